#pragma once

#include <optional>

#include "chart/guide/axis_style.h"

namespace yokoten::chart {

/// What Vega-Lite and Vega decide of labels: angle, anchor, overlap, format.
LabelStyle label_style(const AxisSources& sources, const Scale& scale, bool horizontal);

/// An angle in degrees from 0 to below 360.
double normalized_angle(double degrees);

}  // namespace yokoten::chart
