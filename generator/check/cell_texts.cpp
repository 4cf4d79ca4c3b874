#include "check/cell_texts.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// =SUM(A1), +SUM(A1), -SUM(A1), @name, ='file'!A1; a number with a sign and a lone dash are none.
bool is_formula(std::string_view cell) {
  const std::string_view text = trimmed_text(cell);
  if (text.size() < 2) return false;
  const std::string_view rest = text.substr(1);
  const bool word = kLetters.find(rest.front()) != std::string_view::npos;
  if (text.front() == '=') return true;
  if (text.front() == '@') return word;
  if (text.front() != '+' && text.front() != '-') return false;
  return (word && rest.find('(') != std::string_view::npos) || rest.front() == '(' ||
         rest.front() == '=' || rest.front() == '@';
}

void check_table(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  for (int column = 0; column < table.columns(); ++column)
    for (int row = 0; row < table.rows(); ++row) {
      if (!is_formula(table.cell(row, column))) continue;
      subject.warning(
          table.place(row, column), "cell.formula",
          {fmt::format("「{}」は表計算ソフトで式として実行されかねません。値に直してください",
                       table.cell(row, column)),
           fmt::format("a spreadsheet may run \"{}\" as a formula; put its value there",
                       table.cell(row, column))});
      break;
    }
}

}  // namespace

void check_formula_texts(const Subject& subject) {
  for (int source = 0; source < subject.sources(); ++source) check_table(subject, source);
}

void check_percent(const Subject& subject) {
  constexpr Decimal kWhole{100, 0};
  std::set<std::pair<int, int>> said;  // several indicators may share a cell
  for (const Observation& seen : subject.measured.cube.all()) {
    const Indicator& indicator = subject.indicator(seen.indicator);
    const Origin& origin = seen.numerator_origin;
    if (indicator.unit != "%" || indicator.kind == IndicatorKind::ratio || !seen.value) continue;
    if (compare(*seen.value, kWhole) <= 0 || origin.source < 0 || origin.row < 0) continue;
    if (!said.insert({origin.source, origin.row * 100000 + origin.column}).second) continue;
    const std::string shown = to_shown(trimmed(*seen.value));
    subject.warning(
        subject.place(origin), "percent.over",
        {fmt::format(
             "{}%は100%を超えています。割合なら誤記か単位の違いです。増減率など超えてよい値なら "
             "[source.check] で \"percent.over\" = \"off\" にしてください",
             shown),
         fmt::format("{}% is over 100 %: a misprint or another unit if it is a share; where it may "
                     "be, say \"percent.over\" = \"off\" in [source.check]",
                     shown)});
  }
}

}  // namespace yokoten
