#include "measure/periods.h"

#include "model/measured.h"

namespace yokoten {
namespace {

template <typename Wanted>
std::vector<int> collected(const Cube& cube, int indicator, Wanted wanted) {
  std::vector<bool> is_there(static_cast<std::size_t>(cube.periods()));
  for (const Observation* each : cube.of_indicator(indicator))
    if (each->breakdown == 0 && wanted(*each))
      is_there[static_cast<std::size_t>(each->period)] = true;
  std::vector<int> periods;
  for (int id = 0; id < cube.periods(); ++id)
    if (is_there[static_cast<std::size_t>(id)]) periods.push_back(id);
  return periods;
}

}  // namespace

std::vector<int> periods_of(const Cube& cube, const Areas& areas, int indicator, AreaLevel level) {
  return collected(cube, indicator,
                   [&](const Observation& each) { return areas.at(each.area).level == level; });
}

std::vector<int> stated_periods_of(const Cube& cube, const Areas& areas, int indicator,
                                   AreaLevel level) {
  const auto stated = collected(cube, indicator, [&](const Observation& each) {
    return areas.at(each.area).level == level && each.numerator_origin.row != summed_row;
  });
  return stated.empty() ? periods_of(cube, areas, indicator, level) : stated;
}

std::vector<int> periods_of(const Cube& cube, int indicator) {
  return collected(cube, indicator, [](const Observation&) { return true; });
}

}  // namespace yokoten
