#include "model/cell_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/excerpt.h"
#include "base/text.h"

namespace yokoten {
namespace {

// Full-width forms that stand in numbers. NFKC would do more than is safe here: it reads ① as 1.
constexpr std::array<std::pair<std::string_view, char>, 19> plain_forms = {{
    {"０", '0'},     {"１", '1'}, {"２", '2'}, {"３", '3'}, {"４", '4'}, {"５", '5'}, {"６", '6'},
    {"７", '7'},     {"８", '8'}, {"９", '9'}, {"，", ','}, {"．", '.'}, {"＋", '+'}, {"－", '-'},
    {"\u2212", '-'}, {"△", '-'},  {"▲", '-'},  {"（", '('}, {"）", ')'},
}};

bool is_ascii(char byte) { return (static_cast<unsigned char>(byte) & 0x80U) == 0; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return is_ascii(byte); });
}

// The plain character that `text` starts with in a wider form and that form's length, or 0.
std::pair<char, std::size_t> plain_form(std::string_view text) {
  for (const auto& [wide, plain] : plain_forms)
    if (text.starts_with(wide)) return {plain, wide.size()};
  return {'\0', 0};
}

std::string plain(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (is_ascii(text.front())) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto [letter, length] = plain_form(text);
    out += length > 0 ? letter : text.front();
    text.remove_prefix(length > 0 ? length : 1);
  }
  return out;
}

// Tables set the minus of a column apart from its digits: `△ 5`.
std::optional<Decimal> signed_decimal(std::string_view text) {
  std::string digits = plain(trimmed_text(text));
  if (digits.starts_with('-')) digits = '-' + std::string(trimmed_text(digits.substr(1)));
  return parse_decimal(digits);
}

// Of ASCII, folding only takes the blanks off both ends.
bool is_same(std::string_view printed, std::string_view text) {
  if (is_ascii(printed) && is_ascii(text)) return trimmed_text(printed) == trimmed_text(text);
  return folded(printed) == folded(text);
}

/// What a symbol of the legend says: why there is no value, or that there are none, which is 0.
std::optional<ReadNumber> symbol(std::string_view text, const Source& source) {
  ReadNumber read;
  for (const auto& [printed, reason] : source.symbols) {
    if (!is_same(printed, text)) continue;
    if (reason == symbol_for_none)
      read.value = Decimal{};
    else
      read.missing = parse_missing(reason).value_or(Missing::unknown);
    return read;
  }
  if (!text.empty()) return std::nullopt;
  read.missing = Missing::not_published;
  return read;
}

// Where the bracket opens that the text ends with; npos without one.
std::size_t bracket(std::string_view text) {
  if (!text.ends_with(')') && !text.ends_with("）")) return std::string_view::npos;
  const std::size_t narrow = text.rfind('('), wide = text.rfind("（");
  if (narrow == std::string_view::npos || wide == std::string_view::npos)
    return narrow == std::string_view::npos ? wide : narrow;
  return std::max(narrow, wide);
}

std::string_view inside(std::string_view brackets) {
  constexpr std::string_view wide_open = "（", wide_close = "）";
  brackets.remove_prefix(brackets.starts_with(wide_open) ? wide_open.size() : 1);
  brackets.remove_suffix(brackets.ends_with(wide_close) ? wide_close.size() : 1);
  return trimmed_text(brackets);
}

// What stands behind numbers and does not change them. 千円 and 万人 would: they are not here.
constexpr std::array<std::string_view, 26> kCounters = {
    "事業所", "市区町村", "市町村", "都道府県", "か所", "カ所", "ヶ所", "ケ所", "ヵ所",
    "個所",   "箇所",     "施設",   "団体",     "時間", "法人", "件",   "人",   "名",
    "円",     "台",       "回",     "日",       "分",   "%",    "％",   "点"};

std::string_view counter_of(std::string_view text) {
  for (const std::string_view counter : kCounters)
    if (text.ends_with(counter) && text.size() > counter.size()) return counter;
  return {};
}

// Most cells are digits alone.
std::optional<ReadNumber> whole_number(std::string_view text) {
  std::optional<ReadNumber> read;
  if (text.empty() || text.size() > decimal_digits) return read;
  std::int64_t number = 0;
  for (const char byte : text) {
    if (byte < '0' || byte > '9') return read;
    number = number * 10 + (byte - '0');
  }
  read.emplace().value = Decimal{number, 0};
  return read;
}

// `90%以上` is a bound; 未満, 超 and 約 leave no number that could stand for them.
std::optional<ReadNumber> with_words(std::string_view text) {
  constexpr std::string_view kAtLeast = "以上";
  if (auto whole = whole_number(text)) return whole;
  ReadNumber read;
  if (text.ends_with(kAtLeast)) {
    text = trimmed_text(text.substr(0, text.size() - kAtLeast.size()));
    read.flags = bound;
  }
  read.counter = counter_of(text);
  read.value = signed_decimal(text.substr(0, text.size() - read.counter.size()));
  return read.value ? std::optional(read) : std::nullopt;
}

std::optional<ReadNumber> without_note(std::string_view text, const Source& source) {
  if (auto said = symbol(text, source)) return said;
  return with_words(text);
}

/// A cell with a note behind what it says: in brackets, or a mark.
struct NotedCell {
  std::string_view said, note;
};

// 1234(注1) has its note in brackets, 1234注1) a mark.
NotedCell taken_apart(std::string_view text) {
  const std::size_t open = bracket(text);
  if (open != std::string_view::npos && open > 0)
    return {trimmed_text(text.substr(0, open)), inside(text.substr(open))};
  const std::string_view mark = footnote_mark(text);
  return {trimmed_text(text.substr(0, text.size() - mark.size())), mark};
}

// Of raised and lowered digits (1234¹) each is a mark.
constexpr std::array<std::string_view, 24> kMarks = {"※", "*", "＊", "注", "⁰", "¹", "²", "³",
                                                     "⁴", "⁵", "⁶",  "⁷",  "⁸", "⁹", "₀", "₁",
                                                     "₂", "₃", "₄",  "₅",  "₆", "₇", "₈", "₉"};

}  // namespace

std::string_view footnote_mark(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view mark : kMarks) first = std::min(first, text.find(mark));
  if (first == std::string_view::npos || trimmed_text(text.substr(0, first)).empty()) return {};
  return text.substr(first);
}

std::optional<NoteMeaning> meaning_of_note(std::string_view note, const Source& source) {
  for (const auto& [text, known] : source.notes)
    if (is_same(text, note)) return known;
  return std::nullopt;
}

Message number_wanted(std::string_view whole) {
  const std::string_view text = trimmed_text(whole);
  const std::string cell = excerpt(whole, most_of_cell);
  const auto [said, note] = taken_apart(text);
  if (!note.empty() && without_note(said, Source{}))
    return {fmt::format("「{}」は数値として読めません。注「{}」の意味を sources.toml の "
                        "[source.notes] に書いてください。例: \"{}\" = {{ flag = \"provisional\" "
                        "}}、数値に関わらない注なら \"{}\" = {{}}",
                        cell, note, note, note),
            fmt::format("\"{}\" is no number; explain its note in [source.notes] of sources.toml: "
                        "\"{}\" = {{ flag = \"provisional\" }}, or {{}} where it leaves the number "
                        "as it is",
                        cell, note)};
  return {fmt::format("「{}」は数値として読めません。数値に直すか、symbols に記号、notes に注記を"
                      "加えてください",
                      cell),
          fmt::format("\"{}\" is no number; mend it, or explain it under symbols or notes", cell)};
}

std::optional<ReadNumber> read_number(std::string_view cell, const Source& source) {
  const std::string_view text = trimmed_text(cell);
  if (source.symbols.empty())
    if (auto whole = whole_number(text)) return whole;
  if (auto read = without_note(text, source)) return read;
  const auto [said, note] = taken_apart(text);
  if (note.empty()) return std::nullopt;
  const auto known = meaning_of_note(note, source);
  auto read = without_note(said, source);
  if (!known || !read) return std::nullopt;
  read->note = note;
  read->flags |= known->flags;
  read->period = known->period;
  return read;
}

}  // namespace yokoten
