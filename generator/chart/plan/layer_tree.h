#pragma once

#include <optional>
#include <span>
#include <vector>

#include "chart/plan/unit.h"

namespace yokoten::chart {

/// Where a unit stands among nested layers: the numbers of `/layer/0/layer/1`, and one more for
/// marks with others laid over them, which Vega-Lite turns into layers.
struct PlacedUnit {
  const Unit* unit = nullptr;
  std::vector<std::size_t> path;
};

std::vector<PlacedUnit> placed(const std::vector<Unit>& units);

/// Merges what the units say from the innermost layers outwards. `leaf` gives an optional part,
/// `merge` takes the second part into the first.
template <class Part, class Leaf, class Merge>
std::optional<Part> fold_layers(std::span<const PlacedUnit> units, std::size_t depth,
                                const Leaf& leaf, const Merge& merge) {
  std::optional<Part> merged;
  for (std::size_t i = 0; i < units.size();) {
    const bool is_leaf = units[i].path.size() <= depth;
    std::size_t end = i + 1;
    while (!is_leaf && end < units.size() && units[end].path.size() > depth &&
           units[end].path[depth] == units[i].path[depth])
      ++end;
    std::optional<Part> part =
        is_leaf ? leaf(*units[i].unit)
                : fold_layers<Part>(units.subspan(i, end - i), depth + 1, leaf, merge);
    i = end;
    if (!part) continue;
    if (merged)
      merge(*merged, *part);
    else
      merged = std::move(part);
  }
  return merged;
}

}  // namespace yokoten::chart
