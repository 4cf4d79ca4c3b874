#include "check/cell_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"
#include "check/told_cells.h"

namespace yokoten {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// What a spreadsheet is told by the full-width sign is what the ASCII sign tells it.
std::string_view formula_sign(std::string_view text) {
  constexpr std::string_view kFirstBytes = "=+-@\xEF";  // \xEF of the full-width ones
  if (text.empty() || kFirstBytes.find(text.front()) == std::string_view::npos) return {};
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (text.starts_with(sign)) return sign;
  return {};
}

bool is_one_of(std::string_view sign, std::string_view ascii, std::string_view wide) {
  return sign == ascii || sign == wide;
}

// =SUM(A1), +SUM(A1), -SUM(A1), @name, ='file'!A1, -2+cmd|' /C calc'!A0; a number with a sign and a
// lone dash are none.
bool is_formula(std::string_view cell) {
  const std::string_view text = trimmed_text(cell);
  const std::string_view sign = formula_sign(text);
  const std::string_view rest = text.substr(sign.size());
  if (sign.empty() || rest.empty()) return false;
  const bool word = kLetters.find(rest.front()) != std::string_view::npos;
  if (is_one_of(sign, "=", "＝")) return true;
  if (is_one_of(sign, "@", "＠")) return word;
  const bool calls =
      (word && rest.find('(') != std::string_view::npos) ||
      (rest.find('|') != std::string_view::npos && rest.find('!') != std::string_view::npos);
  return calls || rest.front() == '(' || !formula_sign(rest).empty();
}

void report(const Subject& subject, const Place& place, std::string_view text,
            const Message& more) {
  subject.warning(
      place, "cell.formula",
      {fmt::format("「{}」は表計算ソフトで式として実行されかねません。値に直してください{}", text,
                   more.ja),
       fmt::format("a spreadsheet may run \"{}\" as a formula; put its value there{}", text,
                   more.en)});
}

// Most cells begin with a letter or digit, and so neither with a blank nor with a sign.
bool begins_plainly(std::string_view cell) {
  const char first = cell.empty() ? '0' : cell.front();
  return (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') ||
         (first >= 'A' && first <= 'Z');
}

bool may_have_formula(const Table& table) {
  for (int column = 0; column < table.columns(); ++column)
    if (table.may_have(column, [](std::string_view cell) {
          return !begins_plainly(cell) && is_formula(cell);
        }))
      return true;
  return false;
}

// The rows with a formula, by column.
std::vector<std::vector<int>> formula_rows(const Table& table) {
  std::vector<std::vector<int>> rows(static_cast<std::size_t>(table.columns()));
  if (!may_have_formula(table)) return rows;
  std::vector<std::string_view> cells;
  for (int row = 0; row < table.rows(); ++row) {
    table.take(row, cells);
    for (std::size_t column = 0; column < cells.size(); ++column)
      if (!begins_plainly(cells[column]) && is_formula(cells[column])) rows[column].push_back(row);
  }
  return rows;
}

// Each of a few; of many, as in a column of formulas that were kept as text, the first ones.
void check_table(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  const auto all = formula_rows(table);
  for (int column = 0; column < table.columns(); ++column) {
    const std::string& heading = table.header()[static_cast<std::size_t>(column)];
    if (is_formula(heading)) report(subject, table.heading_place(column), heading, {});
    const std::vector<int>& rows = all[static_cast<std::size_t>(column)];
    tell_first(rows.size(), [&](std::size_t at, const Message& more) {
      report(subject, table.place(rows[at], column), table.cell(rows[at], column), more);
    });
  }
}

bool is_over_whole(const Observation& seen) {
  constexpr Decimal kWhole{100, 0};
  return seen.value && compare(*seen.value, kWhole) > 0;
}

void report_over_whole(const Subject& subject, const Observation& seen) {
  const std::string shown = to_shown(trimmed(*seen.value));
  subject.warning(
      subject.place(seen.numerator_origin), "percent.over",
      {fmt::format(
           "{}%は100%を超えています。割合なら誤記か単位の違いです。増減率など超えてよい値なら "
           "[source.check] で \"percent.over\" = \"off\" にしてください",
           shown),
       fmt::format("{}% is over 100 %: a misprint or another unit if it is a share; where it may "
                   "be, say \"percent.over\" = \"off\" in [source.check]",
                   shown)});
}

}  // namespace

void check_formula_texts(const Subject& subject) {
  for (int source = 0; source < subject.sources(); ++source) check_table(subject, source);
}

void check_percent(const Subject& subject) {
  std::set<std::pair<int, int>> said;  // several indicators may share a cell
  for (int number = 0; number < subject.measured.cube.indicators(); ++number) {
    const Indicator& indicator = subject.indicator(number);
    if (indicator.kind == IndicatorKind::ratio || indicator.unit != "%") continue;
    for (const Observation& seen : subject.measured.cube.figures(number)) {
      const Origin& origin = seen.numerator_origin;
      if (!is_over_whole(seen) || origin.source < 0 || origin.row < 0) continue;
      if (said.insert({origin.source, origin.row * 100000 + origin.column}).second)
        report_over_whole(subject, seen);
    }
  }
}

}  // namespace yokoten
