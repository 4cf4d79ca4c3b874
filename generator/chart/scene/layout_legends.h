#pragma once

#include <vector>

#include "chart/plan/plan.h"
#include "chart/scene/compose_frame.h"

namespace yokoten::chart {

/// Puts the legends (one for each of the plan's) around or into a frame of `size` px. They add to
/// what the frame covers, `fitting` only across the side where they stand.
void lay_out_legends(std::vector<Group>& legends, const Plan& plan, FrameBounds& bounds,
                     PlotSize size, bool fitting);

}  // namespace yokoten::chart
