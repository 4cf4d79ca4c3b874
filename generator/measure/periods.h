#pragma once

#include <vector>

#include "model/area.h"
#include "model/observation.h"

namespace yokoten {

/// Ids of the periods at which the indicator has a total for any area of the level, ascending by
/// id.
std::vector<int> periods_of(const Cube& cube, const Areas& areas, int indicator, AreaLevel level);

/// Those at which a source has such rows itself; all of them where every figure is a sum. That one
/// prefecture can be added up from its municipalities does not mean that the others owe a figure.
std::vector<int> stated_periods_of(const Cube& cube, const Areas& areas, int indicator,
                                   AreaLevel level);

/// The same as periods_of for areas of any level.
std::vector<int> periods_of(const Cube& cube, int indicator);

}  // namespace yokoten
