#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/decimal_sum.h"
#include "base/text.h"
#include "command/column_words.h"
#include "command/table_guess.h"
#include "command/told_list.h"
#include "model/cell_number.h"
#include "model/source.h"

namespace yokoten {
namespace {

constexpr std::size_t kFewestPeriods = 2;  // columns that are one figure side by side

std::optional<Decimal> number_of_cell(std::string_view cell) {
  const auto read = read_number(cell, Source{});
  return read ? read->value : std::nullopt;
}

/// 令和5年度, 令和6年度 side by side are one figure at two periods; what is planned or expected is
/// another one. Where a heading says more, or may mean a year or a fiscal year, that is told.
class HeadingGuesser {
 public:
  HeadingGuesser(const Table& table, TableGuess& guess) : table_(table), guess_(guess) {}

  void guess() {
    for (const int column : guess_.figures) take(column);
    if (taken_.size() < kFewestPeriods) {
      for (const int column : taken_) others_.push_back(column);
      guess_.periods.clear();
    } else {
      for (const int column : taken_) std::erase(guess_.figures, column);
      find_total();
      tell_planned();
    }
    if (!others_.empty()) tell_headings();
  }

 private:
  void take(int column);
  void add(int column, const HeadedPeriod& headed);
  PeriodColumns& columns_of(std::string_view measure);
  bool goes_on(const HeadedPeriod& next) const;
  bool stands_beside_months(int column) const;
  bool may_be_period(const std::string& heading) const;
  void find_total();
  bool adds_up(const PeriodColumns& parts, int total) const;
  void tell_era(const std::string& heading);
  void tell_no_total(int column);
  void tell_planned();
  void tell_headings();
  std::string_view cell(int row, int column) const { return table_.cell(row, column); }

  const Table& table_;
  TableGuess& guess_;
  std::vector<int> taken_, others_;  // columns, and those that are to be told
  std::string era_;                  // of the last heading that has one
  Period last_;
};

void HeadingGuesser::take(int column) {
  const std::string& heading = heading_of(table_, column);
  if (const auto headed = headed_period(heading)) {
    add(column, *headed);
    era_ = era_of_heading(heading);
  } else if (const auto month = month_of_digits(heading); month && stands_beside_months(column)) {
    add(column, {*month, "value"});
  } else if (const auto next = period_in_era(era_, heading); next && goes_on(*next)) {
    add(column, *next);
    tell_era(heading);
  } else if (may_be_period(heading) && !heads_total(heading)) {
    others_.push_back(column);
  }
}

// 2 between 令和元年度 and 令和4年度; 4月 without its year.
bool HeadingGuesser::may_be_period(const std::string& heading) const {
  const std::string text = tight_text(heading);
  const bool is_short_number = is_digits(text) && text.size() < 3;
  return names_period(heading) || names_part_of_year(heading) || (is_short_number && !era_.empty());
}

// A period that stands there already is another figure.
void HeadingGuesser::add(int column, const HeadedPeriod& headed) {
  auto& columns = columns_of(headed.measure).columns;
  const bool is_known =
      std::ranges::any_of(columns, [&](const auto& each) { return each.second == headed.period; });
  if (is_known) return others_.push_back(column);
  columns.emplace_back(column, headed.period);
  taken_.push_back(column);
  last_ = headed.period;
}

PeriodColumns& HeadingGuesser::columns_of(std::string_view measure) {
  for (PeriodColumns& each : guess_.periods)
    if (each.measure == measure) return each;
  return guess_.periods.emplace_back(PeriodColumns{std::string(measure), {}});
}

// One more of the kind, and later: what stands beside may leave out the era.
bool HeadingGuesser::goes_on(const HeadedPeriod& next) const {
  return next.period.kind == last_.kind && next.period.year > last_.year &&
         next.period.year - last_.year < 10;
}

// 202404 alone may be any number.
bool HeadingGuesser::stands_beside_months(int column) const {
  return std::ranges::any_of(guess_.figures, [&](int other) {
    return other != column && month_of_digits(heading_of(table_, other));
  });
}

// 計 beside 令和6年4月, 令和6年5月 is their sum where it is one in every row.
void HeadingGuesser::find_total() {
  const std::vector<int> figures = guess_.figures;
  for (const int column : figures) {
    if (!heads_total(heading_of(table_, column))) continue;
    PeriodColumns& parts = guess_.periods.front();
    if (parts.total >= 0 || guess_.periods.size() > 1 || !adds_up(parts, column)) {
      tell_no_total(column);
      continue;
    }
    parts.total = column;
    std::erase(guess_.figures, column);
  }
}

bool HeadingGuesser::adds_up(const PeriodColumns& parts, int total) const {
  bool any = false;
  for (int row = 0; row < table_.rows(); ++row) {
    DecimalSum sum;
    bool whole = guess_.rows[static_cast<std::size_t>(row)] == RowGuess::counted;
    for (const auto& [column, period] : parts.columns)
      if (const auto number = number_of_cell(cell(row, column)))
        sum.add(*number);
      else
        whole = false;
    const auto printed = number_of_cell(cell(row, total)), made = sum.total();
    if (!whole || !printed || !made) continue;
    if (compare(*printed, *made) != 0) return false;
    any = true;
  }
  return any;
}

void HeadingGuesser::tell_era(const std::string& heading) {
  const Message own = told_words(heading);
  const Message whole = told_words(era_ + std::string(trimmed_text(heading)));
  guess_.remarks.push_back(
      {own.ja + "は左の見出しに続くので" + whole.ja + "と読みました",
       own.en + " goes on from the heading to its left, and is read as " + whole.en});
}

void HeadingGuesser::tell_no_total(int column) {
  const Message heading = told_words(heading_of(table_, column));
  guess_.remarks.push_back(
      {heading.ja +
           "は時点ごとの列の計のようですが、その和ではないか、一部の列の計です。要らなければ"
           "消し、計なら columns をその列に絞って total に書く",
       heading.en + " seems to be the total of columns of periods, but is not the sum of all; "
                    "remove it, or write it as total of those columns alone"});
}

void HeadingGuesser::tell_planned() {
  ToldList planned;
  for (const PeriodColumns& each : guess_.periods)
    for (const auto& [column, period] : each.columns)
      if (each.measure != "value") planned.add(told_words(heading_of(table_, column)));
  if (planned.empty()) return;
  const Message told = planned.text();
  guess_.remarks.push_back(
      {told.ja + "は実績でないので、実績と混ざらないように別の数値としました。使う指標に flag = "
                 "\"planned\" と書く",
       told.en + ": not what has come about, so it is a figure of its own; write flag = "
                 "\"planned\" in indicators that use it"});
}

void HeadingGuesser::tell_headings() {
  ToldList list;
  for (const int column : others_) list.add(told_words(heading_of(table_, column)));
  const Message headings = list.text();
  guess_.remarks.push_back(
      {fmt::format("見出しに時点があります: {}。時点ごとの列なら [[source.unpivot]] の into = "
                   "\"period\" に、そうでなければ period に書く",
                   headings.ja),
       fmt::format("headings hold periods: {}. Columns of a period each go to [[source.unpivot]], "
                   "into = \"period\"; else write it as period",
                   headings.en)});
}

}  // namespace

void guess_periods_of_headings(const Table& table, TableGuess& guess) {
  HeadingGuesser(table, guess).guess();
}

}  // namespace yokoten
