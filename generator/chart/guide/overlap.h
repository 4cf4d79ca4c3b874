#pragma once

#include <optional>
#include <vector>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Where labels must stay: between `low` and `high` px across or down, `tolerance` px beyond.
struct LabelLimits {
  bool across = true;
  double low = 0, high = 0, tolerance = 1;
};

/// Hides labels that overlap, as Vega's Overlap transform does; `parity` or `greedy`, else nothing
/// is done. `labels` are in the order in which they are looked through; `separation` in px.
void hide_overlaps(const std::vector<Item*>& labels, Overlap method, double separation,
                   const std::optional<LabelLimits>& limits, double width);

}  // namespace yokoten::chart
