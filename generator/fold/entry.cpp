#include "fold/entry.h"

#include <fmt/format.h>

#include <set>

#include "base/decimal.h"
#include "base/text.h"
#include "model/period_words.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

std::string without(std::string text, char letter) {
  std::erase(text, letter);
  return text;
}

// What a spreadsheet shows where a formula fails, also where it was pasted as text.
bool is_error_word(std::string_view text) {
  static const std::set<std::string_view> words = {
      "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
  return words.contains(text);
}

// ▲3.5 and −3.5 as -3.5.
std::string with_plain_sign(std::string text) {
  for (const std::string_view sign : {"▲", "△", "−"})
    if (text.starts_with(sign)) return '-' + text.substr(sign.size());
  return text;
}

std::vector<std::string> split(std::string_view text, std::string_view marks) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    if (const auto item = trimmed_text(text.substr(0, end)); !item.empty())
      items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::string with_mark(std::string text, std::string_view from, char mark) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
    text.replace(at, from.size(), 1, mark);
  return text;
}

std::optional<int> row_number(std::string_view text) {
  constexpr std::size_t most_digits = 7;
  text = trimmed_text(text);
  if (!is_all_digits(text) || text.size() > most_digits) return std::nullopt;
  return std::stoi(std::string(text));
}

// 4, or the rows from 4 to 6. Headings take few rows: a span of hundreds is a slip.
std::optional<std::vector<int>> rows_of_span(std::string_view text) {
  constexpr int longest = 100;
  const std::size_t mark = text.find('-');
  const auto first = row_number(text.substr(0, mark));
  if (!first || mark == std::string_view::npos)
    return first ? std::optional(std::vector{*first}) : std::nullopt;
  const auto last = row_number(text.substr(mark + 1));
  if (!last || *last <= *first || *last - *first >= longest) return std::nullopt;
  std::vector<int> rows;
  for (int row = *first; row <= *last; ++row) rows.push_back(row);
  return rows;
}

// 4、5 and 4～6, as people write rows.
std::optional<std::vector<int>> rows_of_text(std::string text) {
  for (const std::string_view mark : {"、", "・", "\n"}) text = with_mark(text, mark, ',');
  for (const std::string_view mark : {"~", "〜", "−", "–", "—", "から"})
    text = with_mark(text, mark, '-');
  std::vector<int> all;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const auto rows = rows_of_span(rest.substr(0, end));
    if (!rows) return std::nullopt;
    all.insert(all.end(), rows->begin(), rows->end());
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all.empty() ? std::nullopt : std::optional(all);
}

/// Reads one cell; what is wrong leaves its text empty.
class EntryReader {
 public:
  EntryReader(const BookCell& cell, const BookColumn& column, Findings& findings)
      : cell_(cell), column_(column), findings_(findings) {}

  EntryCell read(Place place);

 private:
  void understand();
  void take(std::string text);
  void take_plain();
  void take_code();
  void take_number();
  void take_year();
  void take_period(bool day, bool month, bool any);
  void take_time();
  void take_truth();
  void take_word();
  void take_items();
  void take_rows();
  void take_pair();
  std::string half_width();
  void wrong(const char* code, Message message) {
    report_error(findings_, out_.place, code, std::move(message));
    out_.text = trimmed_text(cell_.text);
    out_.wrong = true;
  }
  void warn(const char* code, Message message) {
    report_warning(findings_, out_.place, code, std::move(message));
  }

  const BookCell& cell_;
  const BookColumn& column_;
  Findings& findings_;
  EntryCell out_;
};

// NFKC of what must be written in half-width letters, and a word about it.
std::string EntryReader::half_width() {
  const std::string trimmed(trimmed_text(cell_.text));
  std::string plain = folded(trimmed);
  if (plain != trimmed)
    warn("book.width",
         {fmt::format("全角の文字があります。「{}」と読みました。半角に直してください", plain),
          fmt::format("there are full-width letters; this was read as {}; write it so", plain)});
  return plain;
}

void EntryReader::take_plain() {
  out_.text = trimmed_text(cell_.text);
  for (const BookWord& word : column_.words)
    if (out_.text == word.label) out_.text = word.code;
  if (out_.text.find('\n') == std::string::npos) return;
  wrong("book.entry",
        {"ここは1行で書きます。改行を取ってください", "this is one line; take the line break out"});
  out_.text.clear();
}

// Spreadsheets turn 012025 into the number 12025.
void EntryReader::take_code() {
  out_.text = half_width();
  constexpr std::size_t length = 6;
  if (!is_all_digits(out_.text) || out_.text.size() + 1 != length) return;
  out_.text.insert(0, 1, '0');
  warn("book.number",
       {fmt::format(
            "先頭の0がなくなっています。{} と読みました。セルの表示形式を「文字列」にして、6桁で"
            "書いてください",
            out_.text),
        fmt::format("the zero in front is gone; this was read as {}; format the cell as text and "
                    "write six digits",
                    out_.text)});
}

void EntryReader::take_number() {
  if (cell_.kind == BookCellKind::date || cell_.kind == BookCellKind::time)
    return wrong("book.entry",
                 {fmt::format("日付や時刻（{}）になっています。数に直してください", cell_.text),
                  fmt::format("this is a date or time ({}); write a number", cell_.text)});
  const std::string text = with_plain_sign(half_width());
  if (parse_decimal(text)) {
    out_.text = without(text, ',');
    if (out_.text.starts_with('+')) out_.text.erase(0, 1);
    return;
  }
  wrong("book.entry",
        {fmt::format("「{}」は数ではありません。単位を付けずに数だけを書いてください", cell_.text),
         fmt::format("{} is no number; write it without a unit", cell_.text)});
}

// 2025, 2025年度 or 令和7年度.
void EntryReader::take_year() {
  const std::string text = half_width();
  const auto period = period_of_cell(text);
  constexpr std::size_t digits_of_year = 4;
  if (is_all_digits(text) && text.size() == digits_of_year)
    out_.text = text;
  else if (period && period->kind == PeriodKind::fiscal_year)
    out_.text = fmt::format("{}", period->year);
  else
    wrong("book.entry",
          {fmt::format("「{}」は年度ではありません。2025 か 令和7年度 のように書いてください",
                       cell_.text),
           fmt::format("{} is no fiscal year; write 2025 or 令和7年度", cell_.text)});
}

void EntryReader::take_period(bool day, bool month, bool any) {
  std::string text(trimmed_text(cell_.text));
  constexpr std::size_t day_length = 10, moment_length = 19;
  const bool moment = text.size() == moment_length && text[day_length] == 'T';
  if (cell_.kind == BookCellKind::date || moment) text = text.substr(0, text.find('T'));
  const auto period = period_of_cell(text);
  const bool fits = period && (any || (day && period->kind == PeriodKind::day) ||
                               (month && period->kind == PeriodKind::month));
  if (fits) {
    out_.text = to_text(*period);
    return;
  }
  if (any) {
    out_.text = std::move(text);
    return;
  }
  wrong("book.entry", {fmt::format("「{}」は{}ではありません。{}のように書いてください", text,
                                   month ? "日付か年月" : "日付",
                                   month ? "2025-09-30 か 2025-09 " : "2025-09-30 "),
                       fmt::format("{} is no {}; write {}", text, month ? "date or month" : "date",
                                   month ? "2025-09-30 or 2025-09" : "2025-09-30")});
}

void EntryReader::take_time() {
  std::string text = half_width();
  constexpr std::size_t with_seconds = 8;
  if (text.size() > 1 && text[1] == ':') text.insert(0, 1, '0');
  if (text.size() == with_seconds && text.ends_with(":00")) text.resize(5);
  const bool shape = text.size() == 5 && text[2] == ':' && is_all_digits(text.substr(0, 2)) &&
                     is_all_digits(text.substr(3));
  if (shape && text < "24" && text[3] < '6') {
    out_.text = std::move(text);
    return;
  }
  wrong("book.entry",
        {fmt::format("「{}」は時刻ではありません。13:30 のように書いてください", cell_.text),
         fmt::format("{} is no time; write it as 13:30", cell_.text)});
}

void EntryReader::take_truth() {
  const std::string text = folded(cell_.text);
  if (text == "はい" || text == "TRUE" || text == "true") out_.text = "true";
  if (text == "いいえ" || text == "FALSE" || text == "false") out_.text = "false";
  if (out_.text.empty())
    wrong("book.entry", {fmt::format("「{}」ではなく、はい か いいえ を書いてください", text),
                         fmt::format("write はい (yes) or いいえ (no), not {}", text)});
}

void EntryReader::take_word() {
  const std::string text(trimmed_text(cell_.text));
  std::vector<std::string> labels;
  for (const BookWord& word : column_.words) {
    labels.push_back(word.label);
    if (folded(text) == folded(word.label) || text == word.code) out_.text = word.code;
  }
  if (!out_.text.empty()) return;
  wrong("book.entry",
        with_nearest(
            {fmt::format("「{}」は選べません。{} のどれかです", text, fmt::join(labels, "、")),
             fmt::format("{} can't be chosen; it is one of {}", text, fmt::join(labels, ", "))},
            text, labels));
}

void EntryReader::take_items() {
  const bool ids = column_.entry == Entry::ids;
  out_.items = split(ids ? half_width() : cell_.text, ids ? "\n ,、" : "\n");
  out_.text = fmt::format("{}", fmt::join(out_.items, "\n"));
}

// Nothing is lost by reading ４、５ as it is meant.
void EntryReader::take_rows() {
  const bool date = cell_.kind == BookCellKind::date || cell_.kind == BookCellKind::time;
  const auto rows = date ? std::nullopt : rows_of_text(folded(trimmed_text(cell_.text)));
  if (!rows)
    return wrong(
        "book.entry",
        {fmt::format("「{}」は行の番号ではありません。4 か、何行かあれば 4、5 や 4～6 のように、"
                     "番号だけを文字列で書いてください",
                     cell_.text),
         fmt::format("{} is no row; write 4, or of several rows 4、5 or 4～6, as text",
                     cell_.text)});
  for (const int row : *rows) out_.items.push_back(std::to_string(row));
  out_.text = fmt::format("{}", fmt::join(out_.items, "、"));
}

void EntryReader::take_pair() {
  const std::string text = half_width();
  const std::size_t sign = text.find('=');
  if (sign != std::string::npos && sign > 0 && sign + 1 < text.size()) {
    out_.text = text;
    return;
  }
  wrong("book.entry",
        {fmt::format("「{}」ではなく、programme=補助事業の番号 のように書いてください", text),
         fmt::format("write it as programme=ID, not {}", text)});
}

void EntryReader::take(std::string text) { out_.text = std::move(text); }

EntryCell EntryReader::read(Place place) {
  out_.place = std::move(place);
  out_.column = &column_;
  const bool pasted_error = column_.entry != Entry::body && is_error_word(trimmed_text(cell_.text));
  if (cell_.kind == BookCellKind::error || pasted_error) {
    wrong("book.error", {fmt::format("セルがエラー（{}）です。値を書いてください", cell_.text),
                         fmt::format("the cell is an error ({}); write the value", cell_.text)});
    return std::move(out_);
  }
  understand();
  return std::move(out_);
}

void EntryReader::understand() {
  switch (column_.entry) {
    case Entry::body:
      take(cell_.text);
      break;
    case Entry::text:
      take(std::string(trimmed_text(cell_.text)));
      break;
    case Entry::line:
      take_plain();
      break;
    case Entry::id:
      take(half_width());
      break;
    case Entry::code:
      take_code();
      break;
    case Entry::number:
      take_number();
      break;
    case Entry::year:
      take_year();
      break;
    case Entry::day:
      take_period(true, false, false);
      break;
    case Entry::moment:
      take_period(true, true, false);
      break;
    case Entry::period:
      take_period(true, true, true);
      break;
    case Entry::time:
      take_time();
      break;
    case Entry::truth:
      take_truth();
      break;
    case Entry::word:
      take_word();
      break;
    case Entry::lines:
    case Entry::ids:
      take_items();
      break;
    case Entry::rows:
      take_rows();
      break;
    case Entry::pair:
      take_pair();
      break;
  }
}

}  // namespace

EntryCell understood(const BookCell& cell, const BookColumn& column, Place place,
                     Findings& findings) {
  return EntryReader(cell, column, findings).read(std::move(place));
}

}  // namespace yokoten
