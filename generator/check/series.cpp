#include "check/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "model/period_words.h"

namespace yokoten {
namespace {

/// Where a period stands among those of its kind, counted in its own length; empty for days.
std::optional<int> number_of(Period period) {
  switch (period.kind) {
    case PeriodKind::year:
    case PeriodKind::fiscal_year:
      return period.year;
    case PeriodKind::half:
      return 2 * period.year + period.part;
    case PeriodKind::quarter:
      return 4 * period.year + period.part;
    case PeriodKind::month:
      return 12 * period.year + period.part;
    case PeriodKind::day:
    case PeriodKind::none:
      break;
  }
  return std::nullopt;
}

/// The step that most neighbours have; 0 where none is usual.
int usual_step(const std::vector<int>& numbers) {
  std::map<int, int> counts;
  for (std::size_t at = 1; at < numbers.size(); ++at) ++counts[numbers[at] - numbers[at - 1]];
  int usual = 0, most = 1;
  for (const auto& [step, count] : counts)
    if (count > most) usual = step, most = count;
  return usual;
}

void check_gaps(const Subject& subject, int indicator) {
  std::map<PeriodKind, std::map<int, Period>> kinds;
  for (const Observation& seen : subject.measured.cube.all()) {
    if (seen.indicator != indicator || !seen.value) continue;
    const Period period = subject.measured.cube.period(seen.period);
    if (const auto number = number_of(period)) kinds[period.kind][*number] = period;
  }
  for (const auto& [kind, periods] : kinds) {
    std::vector<int> numbers;
    for (const auto& [number, period] : periods) numbers.push_back(number);
    const int usual = usual_step(numbers);
    for (std::size_t at = 1; usual > 0 && at < numbers.size(); ++at) {
      const int step = numbers[at] - numbers[at - 1];
      if (step <= usual || step % usual != 0) continue;
      const std::string from = to_text(periods.at(numbers[at - 1]));
      const std::string to = to_text(periods.at(numbers[at]));
      subject.warning(
          subject.indicator(indicator).place, "series.gap",
          {fmt::format("{} と {} の間の{}回分の値がありません。資料を加えるか、公表されていないなら"
                       "その旨を caution に書いてください",
                       from, to, step / usual - 1),
           fmt::format("{} figures between {} and {} are missing; add their source, or say under "
                       "caution that they were not published",
                       step / usual - 1, from, to)});
    }
  }
}

bool runs_one_way(const std::vector<Period>& periods) {
  const auto forwards = [](Period a, Period b) { return order(a, b) < 0; };
  const auto backwards = [](Period a, Period b) { return order(a, b) > 0; };
  return std::is_sorted(periods.begin(), periods.end(), forwards) ||
         std::is_sorted(periods.begin(), periods.end(), backwards);
}

void report_order(const Subject& subject, const Place& place) {
  subject.warning(place, "period.order",
                  {"時点が前後して並んでいます。見出しや時点の書き間違いがないか確かめてください",
                   "the periods run neither forwards nor backwards; check headings and dates"});
}

void check_columns(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  for (const Unpivot& unpivot : subject.source(source).unpivots) {
    if (unpivot.into != "period") continue;
    std::map<int, Period> by_column;
    for (const auto& [heading, code] : unpivot.columns) {
      const auto column = table.column(heading);
      const auto period = parse_period(code);
      if (column && period) by_column[*column] = *period;
    }
    std::vector<Period> periods;
    for (const auto& [column, period] : by_column) periods.push_back(period);
    if (!runs_one_way(periods))
      report_order(subject, table.heading_place(by_column.begin()->first));
  }
}

// The rows of each area, once a source.
void check_rows(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  const auto column = table.column(subject.source(source).period_column);
  if (subject.source(source).period_column.empty() || !column) return;
  std::map<int, std::vector<Period>> by_area;
  const auto& areas = subject.measured.row_areas[static_cast<std::size_t>(source)];
  for (int row = 0; row < table.rows(); ++row) {
    auto period = parse_period(table.cell(row, *column));
    if (!period) period = period_of_cell(table.cell(row, *column));
    if (!period) continue;
    auto& own = by_area[areas[static_cast<std::size_t>(row)]];
    if (own.empty() || order(own.back(), *period) != 0) own.push_back(*period);
    if (runs_one_way(own)) continue;
    return report_order(subject, table.place(row, *column));
  }
}

// Once for each source and period, at the first such figure.
void check_provisional(const Subject& subject) {
  const Cube& cube = subject.measured.cube;
  std::map<std::tuple<int, int, int>, Period> newest_final;
  for (const Observation& seen : cube.all()) {
    if (!seen.value || seen.has(provisional) || seen.has(planned)) continue;
    Period& newest = newest_final[{seen.indicator, seen.area, seen.breakdown}];
    if (order(newest, cube.period(seen.period)) < 0) newest = cube.period(seen.period);
  }
  std::set<std::pair<int, int>> said;
  for (const Observation& seen : cube.all()) {
    const auto later = newest_final.find({seen.indicator, seen.area, seen.breakdown});
    if (!seen.value || !seen.has(provisional) || later == newest_final.end()) continue;
    if (order(cube.period(seen.period), later->second) >= 0) continue;
    if (!said.insert({seen.source, seen.period}).second) continue;
    const std::string own = to_text(cube.period(seen.period)), newer = to_text(later->second);
    const Origin& origin = seen.numerator_origin;
    subject.warning(
        origin.source >= 0 && origin.row >= 0 ? subject.place(origin)
                                              : subject.indicator(seen.indicator).place,
        "series.provisional",
        {fmt::format("{} は暫定値のままですが、{} は確定値です。確定値に差し替えてください", own,
                     newer),
         fmt::format("{} is still provisional although {} is final; put the final figure there",
                     own, newer)});
  }
}

}  // namespace

void check_periods(const Subject& subject) {
  for (int each = 0; each < static_cast<int>(subject.publication.indicators.size()); ++each)
    check_gaps(subject, each);
  for (int source = 0; source < subject.sources(); ++source) {
    if (!subject.has_figures(source)) continue;
    check_columns(subject, source);
    check_rows(subject, source);
  }
  check_provisional(subject);
}

}  // namespace yokoten
