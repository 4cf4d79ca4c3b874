#pragma once

#include "chart/plan/plan.h"
#include "chart/scene/compose_frame.h"

namespace yokoten::chart {

bool is_faceted(const Plan& plan);

/// Cells of `size` px with their headers, and what they cover.
struct FacetFrame {
  Group root;
  FrameBounds bounds{0, 0};
};
FacetFrame facet_frame(const Plan& plan, PlotSize size, Spoken spoken);

}  // namespace yokoten::chart
