#include "check/headed_periods.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/heading_parts.h"
#include "model/period_headings.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

// A number alone may be anything: 2024, 45548.
bool is_number_alone(std::string_view text) {
  return text.find_first_not_of("0123456789-") == std::string_view::npos;
}

// What all of a heading says, or the only one of its rows that says any: 令和5年度／件数.
std::optional<Period> said_period(std::string_view heading) {
  if (is_number_alone(heading)) return std::nullopt;
  if (const auto whole = period_of_heading(heading)) return whole;
  std::optional<Period> found;
  for (const std::string_view part : heading_parts(heading)) {
    const auto period = is_number_alone(part) ? std::nullopt : period_of_cell(part);
    if (period && found && *period != *found) return std::nullopt;
    if (period) found = period;
  }
  return found;
}

// 令和6年 and 2024FY have days in common, and so have 令和6年度 and its last day.
bool are_apart(Period one, Period other) {
  return last_day(one) < first_day(other) || last_day(other) < first_day(one);
}

class HeadedPeriods {
 public:
  HeadedPeriods(const Subject& subject, int number)
      : subject_(subject), source_(subject.source(number)), table_(subject.table(number)) {}

  void check() {
    for (const Unpivot& unpivot : source_.unpivots)
      for (const auto& [heading, meaning] : unpivot.columns)
        compare(heading, unpivot.into == "period" ? parse_period(meaning) : source_.period);
    for (const auto& [measure, heading] : source_.measures) compare(heading, source_.period);
  }

 private:
  void compare(const std::string& heading, const std::optional<Period>& meant) {
    const auto column = table_.column(heading);
    const auto said = said_period(heading);
    const bool is_clear = meant && meant->kind != PeriodKind::none && said;
    if (!column || !is_clear || !are_apart(*said, *meant)) return;
    if (told_.insert(*column).second) report(*column, heading, *meant);
  }

  void report(int column, const std::string& heading, Period meant) const {
    subject_.warning(
        table_.heading_place(column), "period.heading",
        {fmt::format(
             "見出しは「{}」ですが、この列は{}の値として読みます。sources.toml の period か "
             "columns を確かめてください",
             heading, to_japanese(meant)),
         fmt::format("the heading is {}, but the column is read as figures of {}; look at period "
                     "or columns in sources.toml",
                     heading, to_english(meant))});
  }

  const Subject& subject_;
  const Source& source_;
  const Table& table_;
  std::set<int> told_;
};

}  // namespace

void check_headed_periods(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number)) HeadedPeriods(subject, number).check();
}

}  // namespace yokoten
