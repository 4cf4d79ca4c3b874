#pragma once

#include <string>
#include <vector>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// The colour of a gradient at a share of its way, as browsers mix that of the stops around it.
std::string colour_at(const std::vector<GradientStop>& stops, double share);

}  // namespace yokoten::chart
