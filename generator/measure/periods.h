#pragma once

#include <vector>

#include "model/area.h"
#include "model/observation.h"

namespace yokoten {

/// Ids of the periods at which the indicator has a total for any area of the level, ascending by
/// id.
std::vector<int> periods_of(const Cube& cube, const Areas& areas, int indicator, AreaLevel level);

/// The same for areas of any level.
std::vector<int> periods_of(const Cube& cube, int indicator);

}  // namespace yokoten
