#include "model/toml_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace yokoten {
namespace {

// Signs of an input method that look like those of TOML, and what is meant.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> wide_signs = {{
    {"＝", "="},
    {"“", "\""},
    {"”", "\""},
    {"„", "\""},
    {"＂", "\""},
    {"‘", "'"},
    {"’", "'"},
    {"＇", "'"},
    {"［", "["},
    {"］", "]"},
    {"｛", "{"},
    {"｝", "}"},
    {"，", ","},
    {"．", "."},
    {"－", "-"},
    {"＃", "#"},
    {"\u3000", " "},
}};

std::string_view line_of(std::string_view bytes, int row) {
  for (int at = 1; at < row; ++at) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return {};
    bytes.remove_prefix(end + 1);
  }
  return bytes.substr(0, bytes.find('\n'));
}

/// What is odd in a line by itself, and after how many bytes.
struct LineOddity {
  std::size_t at = 0;
  std::string_view wide, meant;  // empty: a quote that is not closed
};

// The end of the quoted text that begins at `at`; npos where it has none.
std::size_t end_of_quote(std::string_view line, std::size_t at) {
  for (std::size_t end = at + 1; end < line.size(); ++end) {
    if (line[at] == '"' && line[end] == '\\')
      ++end;
    else if (line[end] == line[at])
      return end;
  }
  return std::string_view::npos;
}

std::optional<LineOddity> oddity_of(std::string_view line) {
  // Texts of several lines can't be judged by one of them.
  if (line.find("\"\"\"") != std::string_view::npos || line.find("'''") != std::string_view::npos)
    return std::nullopt;
  for (std::size_t at = 0; at < line.size() && line[at] != '#'; ++at) {
    for (const auto& [wide, meant] : wide_signs)
      if (line.substr(at).starts_with(wide)) return LineOddity{at, wide, meant};
    if (line[at] != '"' && line[at] != '\'') continue;
    const std::size_t end = end_of_quote(line, at);
    if (end == std::string_view::npos) return LineOddity{at, {}, {}};
    at = end;
  }
  return std::nullopt;
}

Message words_for(const LineOddity& oddity) {
  if (oddity.wide.empty())
    return {"この引用符が同じ行で閉じていません", "this quote is not closed in its line"};
  if (oddity.meant == " ")
    return {"全角の空白があります。半角の空白にしてください",
            "a blank of full width stands here; use an ordinary one"};
  return {
      fmt::format("全角の「{}」があります。半角の {} で書いてください", oddity.wide, oddity.meant),
      fmt::format("{} of full width stands here; write {}", oddity.wide, oddity.meant)};
}

// What stands between the first quotes of the parser's words.
std::string quoted_in(std::string_view why) {
  const std::size_t begin = why.find('\''), end = why.find('\'', begin + 1);
  return end == std::string_view::npos ? std::string()
                                       : std::string(why.substr(begin + 1, end - begin - 1));
}

Message words_of_twice(std::string_view why) {
  const std::string name = quoted_in(why);
  return {fmt::format("項目{}が2度書かれています。1つにしてください",
                      name.empty() ? "" : fmt::format(" {} ", name)),
          fmt::format("the key{} stands here twice; keep one",
                      name.empty() ? "" : fmt::format(" {}", name))};
}

bool is_japanese_key(std::string_view why) {
  const std::string saw = quoted_in(why.substr(std::min(why.find("saw '"), why.size())));
  const bool key = why.find("parsing key") != std::string_view::npos ||
                   why.find("parsing table header") != std::string_view::npos ||
                   why.find("expected keys, tables") != std::string_view::npos ||
                   why.find("key-value pair") != std::string_view::npos;
  return key && !saw.empty() && static_cast<unsigned char>(saw.front()) >= 0x80;
}

Message words_for(std::string_view why) {
  const auto says = [&](std::string_view words) {
    return why.find(words) != std::string_view::npos;
  };
  if (says("expected day between") || says("expected month between"))
    return {"そのような日付はありません", "there is no such day"};
  if (says("-digit year") || says("-digit month") || says("-digit day"))
    return {"日付は 2025-04-01 の形で書いてください", "write a date as 2025-04-01"};
  if (says("cannot redefine")) return words_of_twice(why);
  if (is_japanese_key(why))
    return {"日本語のキーは引用符で囲みます", "keys in Japanese need quotes"};
  if (says("could not determine value type") || says("expected value, saw"))
    return {"値を読めません。文字なら引用符（\"）で囲みます",
            "this is no value; texts stand in quotes"};
  return {fmt::format("TOMLとして読めません（{}）", why), fmt::format("this is no TOML: {}", why)};
}

// as_of = 2025/09/30, or 2025-09, which needs quotes since TOML knows no months.
bool begins_like_a_date(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view value = trimmed_text(line.substr(equals + 1));
  const std::size_t digits = value.find_first_not_of("0123456789");
  if (digits != 4 || value.size() < 6) return false;
  return (value[4] == '/' || value[4] == '-' || value[4] == '.') && value[5] >= '0' &&
         value[5] <= '9';
}

Message words_for(std::string_view line, std::string_view why) {
  const bool says_which = why.find("expected day between") != std::string_view::npos ||
                          why.find("expected month between") != std::string_view::npos ||
                          why.find("cannot redefine") != std::string_view::npos;
  if (says_which || !begins_like_a_date(line)) return words_for(why);
  return {"日付は 2025-04-01、月だけなら引用符で \"2025-04\" の形で書いてください",
          "write a date as 2025-04-01, a month in quotes as \"2025-04\""};
}

// The parser knows only behind the value that its key stands there already.
Place place_of_problem(std::string_view line, std::string_view why, const Place& place) {
  const std::size_t begin = line.find_first_not_of(" \t");
  const bool twice = why.find("cannot redefine") != std::string_view::npos;
  if (!twice || begin == std::string_view::npos || line.find('{') != std::string_view::npos)
    return place;
  return {place.file, place.row, static_cast<int>(begin) + 1};
}

}  // namespace

TomlProblem encoding_problem(std::string_view bytes, std::size_t at, const std::string& file) {
  const std::string_view before = bytes.substr(0, at);
  const auto row = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line = before.rfind('\n') + 1;  // of npos: 0
  return {{file, row, letters_in(before.substr(line)) + 1},
          {"UTF-8で書かれていません（Shift_JISなど）。UTF-8で保存してください",
           "this is not written in UTF-8; save the file as UTF-8"}};
}

TomlProblem toml_problem(std::string_view bytes, std::string_view why, const Place& place) {
  const std::string_view line = line_of(bytes, place.row);
  const auto oddity = oddity_of(line);
  if (!oddity) return {place_of_problem(line, why, place), words_for(line, why)};
  return {{place.file, place.row, letters_in(line.substr(0, oddity->at)) + 1}, words_for(*oddity)};
}

}  // namespace yokoten
