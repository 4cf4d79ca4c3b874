#pragma once

#include "model/chart.h"

namespace yokoten {

/// Builds the specification of a chart and renders it. Whatever the numbers, the picture holds:
/// missing and impossible values are gaps, an axis always has an extent.
Drawing draw(const ChartRequest& request);

}  // namespace yokoten
