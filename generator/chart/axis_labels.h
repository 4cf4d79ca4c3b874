#pragma once

#include <vector>

#include "chart/frame.h"

namespace yokoten {

/// The labels of an axis with their places. Empty where the axis is hidden or wants no labels.
std::vector<AxisLabel> axis_labels(const AxisSpec& axis, const Scale& scale);

}  // namespace yokoten
