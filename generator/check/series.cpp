#include "check/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "check/period_order.h"

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

/// Days that are one day of each month, or its last, count as months.
std::map<int, Period> months_of(const std::vector<Period>& days) {
  const auto is_last = [](Period day) {
    const Date date = last_day(day);
    return !is_valid({date.year, date.month, date.day + 1});
  };
  const auto is_first_day = [&](Period day) { return day.day == days.front().day; };
  std::map<int, Period> months;
  if (std::all_of(days.begin(), days.end(), is_last) ||
      std::all_of(days.begin(), days.end(), is_first_day))
    for (const Period day : days) months[12 * day.year + day.part] = day;
  return months;
}

/// The step that most neighbours have, the smaller of two; 0 where none is usual. Of two steps
/// between three periods the one to the next period is.
int usual_step(const std::vector<int>& numbers) {
  std::map<int, int> counts;
  for (std::size_t at = 1; at < numbers.size(); ++at) ++counts[numbers[at] - numbers[at - 1]];
  int usual = 0, most = 1;
  for (const auto& [step, count] : counts)
    if (count > most) usual = step, most = count;
  return usual == 0 && numbers.size() > 2 && counts.contains(1) ? 1 : usual;
}

/// The day after which all periods are of the future, which `future` tells of.
Date end_of(const Subject& subject) {
  const auto as_of = parse_period(subject.publication.as_of);
  return as_of ? last_day(*as_of) : Date{9999, 12, 31};
}

// By period. No gap is counted as far as a plan, before what is known or behind it.
std::vector<bool> periods_with_figures(const Cube& cube, int indicator) {
  const auto periods = static_cast<std::size_t>(cube.periods());
  std::vector<bool> has_figures(periods), is_known(periods);
  for (const Observation& seen : cube.figures(indicator)) {
    if (!seen.value) continue;
    has_figures[static_cast<std::size_t>(seen.period)] = true;
    if (!seen.has(planned)) is_known[static_cast<std::size_t>(seen.period)] = true;
  }
  int first = -1, last = -1;
  for (int id = 0; id < cube.periods(); ++id) {
    if (!is_known[static_cast<std::size_t>(id)]) continue;
    if (first < 0 || cube.is_before(id, first)) first = id;
    if (last < 0 || cube.is_before(last, id)) last = id;
  }
  for (int id = 0; first >= 0 && id < cube.periods(); ++id)
    if (cube.is_before(id, first) || cube.is_before(last, id))
      has_figures[static_cast<std::size_t>(id)] = false;
  return has_figures;
}

// The periods that an indicator has figures of, numbered, for each kind of them.
std::vector<std::map<int, Period>> rows_of_periods(const Subject& subject, int indicator) {
  const Date end = end_of(subject);
  std::map<PeriodKind, std::map<int, Period>> kinds;
  std::map<int, Period> days;  // by id
  const Cube& cube = subject.measured.cube;
  const std::vector<bool> has_figures = periods_with_figures(cube, indicator);
  for (int id = 0; id < cube.periods(); ++id) {
    const Period period = cube.period(id);
    if (!has_figures[static_cast<std::size_t>(id)] || end < first_day(period)) continue;
    if (const auto number = number_of(period)) kinds[period.kind][*number] = period;
    if (period.kind == PeriodKind::day) days[id] = period;
  }
  std::vector<std::map<int, Period>> rows;
  for (auto& [kind, periods] : kinds) rows.push_back(std::move(periods));
  std::vector<Period> all;
  for (const auto& [id, day] : days) all.push_back(day);
  if (!all.empty()) rows.push_back(months_of(all));
  return rows;
}

void report_gap(const Subject& subject, int indicator, Period before, Period after, int missing) {
  subject.warning(
      subject.indicator(indicator).place, "series.gap",
      {fmt::format("{} と {} の間の{}回分の値がありません。資料を加えるか、公表されていないなら"
                   "その旨を caution に書いてください",
                   to_japanese(before), to_japanese(after), missing),
       fmt::format("{} figures between {} and {} are missing; add their source, or say under "
                   "caution that they were not published",
                   missing, to_text(before), to_text(after))});
}

void check_gaps(const Subject& subject, int indicator) {
  for (const auto& periods : rows_of_periods(subject, indicator)) {
    std::vector<int> numbers;
    for (const auto& [number, period] : periods) numbers.push_back(number);
    const int usual = usual_step(numbers);
    for (std::size_t at = 1; usual > 0 && at < numbers.size(); ++at) {
      const int step = numbers[at] - numbers[at - 1];
      if (step > usual && step % usual == 0)
        report_gap(subject, indicator, periods.at(numbers[at - 1]), periods.at(numbers[at]),
                   step / usual - 1);
    }
  }
}

/// Provisional figures of one source and period that should have become final.
struct Lasting {
  FoundObservation first;  ///< in a cell, where one is
  std::set<int> areas;
  Period newer;  ///< none: only time has passed
  bool newer_is_final = false;
};

void report_provisional(const Subject& subject, const Lasting& found) {
  const Period own = subject.measured.cube.period(found.first->period);
  const std::size_t areas = std::max<std::size_t>(1, found.areas.size());
  std::string ja = "2年を過ぎています", en = "more than two years have passed";
  if (found.newer.kind != PeriodKind::none) {
    ja = to_japanese(found.newer) + (found.newer_is_final ? " は確定値です" : " の値が出ています");
    en = to_text(found.newer) + (found.newer_is_final ? " is final" : " has a figure too");
  }
  subject.warning(
      found.first->stands_in_row() ? subject.place(found.first->numerator_origin)
                                   : subject.indicator(found.first->indicator).place,
      "series.provisional",
      {fmt::format("{} は暫定値のまま（{}地域）ですが、{}。確定値に差し替えてください",
                   to_japanese(own), areas, ja),
       fmt::format("{} is still provisional in {} areas although {}; put the final figure there",
                   to_text(own), areas, en)});
}

// A figure becomes final when a later one does, or when that of a year later comes out; after two
// years in any case.
void check_provisional(const Subject& subject) {
  const Cube& cube = subject.measured.cube;
  const Date end = end_of(subject);
  const auto is_provisional = [](const Observation& seen) { return seen.has(provisional); };
  if (std::ranges::none_of(cube.all(), is_provisional)) return;
  std::map<std::tuple<int, int, int>, std::pair<Period, Period>> newest;  // final, any
  for (const Observation& seen : cube.all()) {
    if (!seen.value || seen.has(planned)) continue;
    auto& [last_final, last] = newest[{seen.indicator, seen.area, seen.breakdown}];
    const Period period = cube.period(seen.period);
    if (order(last, period) < 0) last = period;
    if (!seen.has(provisional) && order(last_final, period) < 0) last_final = period;
  }
  std::map<std::pair<int, int>, Lasting> lasting;  // by source and period
  for (const Observation& seen : cube.all()) {
    const Period own = cube.period(seen.period);
    if (!seen.value || !seen.has(provisional) || seen.has(planned) || own.kind == PeriodKind::none)
      continue;
    const auto& [last_final, last] = newest.at({seen.indicator, seen.area, seen.breakdown});
    const bool is_final = order(own, last_final) < 0;
    const bool year_on = *later(last_day(own), "P1Y") <= last_day(last);
    if (!is_final && !year_on && *later(last_day(own), "P2Y") >= end) continue;
    Lasting& found = lasting[{seen.source, seen.period}];
    if (found.first == nullptr || (!found.first->stands_in_row() && seen.stands_in_row()))
      found.first = seen;
    if (seen.stands_in_row()) found.areas.insert(seen.area);
    found.newer = is_final ? last_final : year_on ? last : Period{};
    found.newer_is_final = is_final;
  }
  for (const auto& [key, found] : lasting) report_provisional(subject, found);
}

}  // namespace

void check_periods(const Subject& subject) {
  for (int each = 0; each < static_cast<int>(subject.publication.indicators.size()); ++each)
    check_gaps(subject, each);
  for (int source = 0; source < subject.sources(); ++source) {
    if (!subject.has_figures(source)) continue;
    check_period_order(subject, source, end_of(subject));
  }
  check_provisional(subject);
}

}  // namespace yokoten
