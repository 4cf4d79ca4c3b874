#include "measure/owed.h"

#include <algorithm>
#include <functional>

#include "measure/formula.h"
#include "measure/periods.h"
#include "measure/sides.h"
#include "measure/twice.h"
#include "model/home_area.h"

namespace yokoten {
namespace {

Observation stated(const FrameworkRow& row, const Indicator& indicator, int number, int period) {
  Observation made;
  made.indicator = number;
  made.area = Areas::nation;
  made.period = period;
  if ((row.flags & bound) != 0)
    made.lower = row.value;
  else
    made.value = row.value;
  made.flags = static_cast<std::uint8_t>(row.flags | indicator.flags);
  made.source = row.origin.source;
  made.numerator_origin = row.origin;
  if (!row.value)
    made.missing = row.missing == Missing::none ? Missing::not_published : row.missing;
  return made;
}

// By period, whether the indicator has figures of it that are all plans.
std::vector<bool> plans_alone(const Cube& cube, int indicator) {
  const auto periods = static_cast<std::size_t>(cube.periods());
  std::vector<bool> plans(periods), others(periods);
  for (const Observation& each : cube.figures(indicator))
    if (each.value || each.lower)
      (each.has(planned) ? plans : others)[static_cast<std::size_t>(each.period)] = true;
  for (std::size_t at = 0; at < periods; ++at) plans[at] = plans[at] && !others[at];
  return plans;
}

// Of an area without a plan nothing newer is known than its last figure.
std::vector<Observation> marked_as_plans(const Cube& cube, int indicator,
                                         const std::vector<bool>& plans) {
  std::vector<Observation> marked;
  if (std::ranges::none_of(plans, std::identity())) return marked;
  for (const Observation& each : cube.figures(indicator)) {
    if (each.value || each.lower || each.has(planned) ||
        !plans[static_cast<std::size_t>(each.period)])
      continue;
    marked.push_back(each);
    marked.back().flags |= planned;
  }
  return marked;
}

// The newest period of the indicator at which something else than plans is known, if there is one;
// that without a date where it has none at all.
int newest(const Cube& cube, const std::vector<int>& periods, const std::vector<bool>& plans) {
  const auto is_less = [&](int a, int b) {
    const bool first = plans[static_cast<std::size_t>(a)],
               second = plans[static_cast<std::size_t>(b)];
    return first != second ? first : cube.is_before(a, b);
  };
  const auto at = std::max_element(periods.begin(), periods.end(), is_less);
  return at == periods.end() ? 0 : *at;
}

}  // namespace

void measure_framework(const Publication& publication, int indicator, const Areas& areas,
                       Measured& measured, Findings& findings) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
  if (!of.row) return;
  const int period = measured.cube.period_id(of.row->period);
  const FoundObservation first = measured.cube.add(stated(*of.row, of, indicator, period));
  if (first)
    findings.push_back(figure_twice(areas.at(Areas::nation).name, of.title,
                                    place_of(publication, first->numerator_origin), of.row->place));
}

OwedFigures owed_figures(const Publication& publication, int indicator, const Areas& areas,
                         const Measured& measured) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
  const Cube& cube = measured.cube;
  const std::vector<bool> plans = plans_alone(cube, indicator);
  OwedFigures owed{marked_as_plans(cube, indicator, plans), {}};
  if (!of.total) return owed;  // nothing is owed for a whole that is not kept
  const int home = home_area(publication, areas);
  const TotalPeriods totals(cube, areas, indicator);
  const int last = newest(cube, totals.all(), plans);
  std::vector<int> there(static_cast<std::size_t>(cube.periods()), Areas::none);
  for (const AreaLevel level : of.levels) {
    auto periods = totals.stated(level);
    if (periods.empty()) periods = {last};
    for (int area = 0; area < areas.size(); ++area) {
      if (areas.at(area).level != level || !lies_in_home(home, areas, area)) continue;
      for (const FoundObservation& each : cube.of_area(indicator, area))
        if (each->breakdown == 0) there[static_cast<std::size_t>(each->period)] = area;
      for (const int period : periods) {
        if (there[static_cast<std::size_t>(period)] == area) continue;
        Observation absent;
        absent.indicator = indicator;
        absent.area = area;
        absent.period = period;
        absent.flags = of.flags;
        if (plans[static_cast<std::size_t>(period)]) absent.flags |= planned;
        absent.missing = of.absent == Missing::none ? Missing::not_published : of.absent;
        owed.absent.push_back(absent);
      }
    }
  }
  return owed;
}

void take_owed(const OwedFigures& owed, Cube& cube) {
  for (const Observation& each : owed.marked) cube.replace(each);
  for (const Observation& each : owed.absent) cube.add(each);
}

}  // namespace yokoten
