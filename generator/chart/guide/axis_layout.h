#pragma once

#include "chart/guide/guides.h"
#include "chart/scene/bounds.h"

namespace yokoten::chart {

/// Places an axis at its side of a frame of `width` x `height` px and moves its title beyond its
/// labels. Returns what it covers in px of the frame, without the half pixel by which axes are
/// moved, as Vega's axisLayout does.
Bounds lay_out_axis(Group& axis, const AxisPlacement& placement, double width, double height);

}  // namespace yokoten::chart
