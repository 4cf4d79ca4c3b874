#pragma once

#include <vector>

#include "model/boundaries.h"
#include "model/chart.h"

namespace yokoten {

/// Shapes of areas, ready to be drawn on one map.
struct MapShapes {
  std::vector<std::vector<std::vector<GlobeRing>>> shapes;  ///< one an area; empty: no boundary
  std::vector<GlobeRing> frames;                            ///< around islands that were moved
  bool any() const;
};

/// The shapes of `areas`, in their order, simplified for a map kMapWidth px wide: neighbours still
/// fit. Far islands are moved beside the others at the same scale, with a frame.
MapShapes map_shapes(const Boundaries& boundaries, const Areas& all, const std::vector<int>& areas);

inline constexpr double kMapWidth = 800;  ///< px

}  // namespace yokoten
