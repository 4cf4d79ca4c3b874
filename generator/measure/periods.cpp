#include "measure/periods.h"

#include "model/measured.h"

namespace yokoten {

TotalPeriods::TotalPeriods(const Cube& cube, const Areas& areas, int indicator)
    : marks_(static_cast<std::size_t>(cube.periods())) {
  for (const Observation& each : cube.figures(indicator)) {
    if (each.breakdown != 0) continue;
    const AreaLevel level = areas.at(each.area).level;
    unsigned& marks = marks_[static_cast<std::size_t>(each.period)];
    marks |= seen(level);
    if (each.numerator_origin.row != summed_row) marks |= said(level);
  }
}

std::vector<int> TotalPeriods::stated(AreaLevel level) const {
  const std::vector<int> found = with(said(level));
  return found.empty() ? of(level) : found;
}

std::vector<int> TotalPeriods::with(unsigned marks) const {
  std::vector<int> found;
  for (std::size_t id = 0; id < marks_.size(); ++id)
    if ((marks_[id] & marks) != 0) found.push_back(static_cast<int>(id));
  return found;
}

}  // namespace yokoten
