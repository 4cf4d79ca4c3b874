#pragma once

#include <optional>

#include "chart/plan/plan.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Puts plot, axes, legends, title and facets together as Vega's layout does.
///
/// `width` stands for `width` of the specification: of the plot, or of the whole picture where the
/// specification says "container". Without it "container" is laid out for kNarrowest px: ticks and
/// labels that fit there fit any wider column.
///
/// A page writes title and legends itself: `for_page` leaves them no room, and the title out.
Scene compose(const Plan& plan, std::optional<double> width, bool for_page = false);

}  // namespace yokoten::chart
