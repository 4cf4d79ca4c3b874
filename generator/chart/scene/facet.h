#pragma once

#include "chart/plan/plan.h"
#include "chart/scene/compose_frame.h"

namespace yokoten::chart {

bool is_faceted(const Plan& plan);

/// Cells of `size` px with their headers, and what they cover. On pages the headers of columns are
/// broken into lines that leave a space to the next.
struct FacetFrame {
  Group root;
  FrameBounds bounds{0, 0};
};
FacetFrame facet_frame(const Plan& plan, PlotSize size, Spoken spoken, bool for_page);

}  // namespace yokoten::chart
