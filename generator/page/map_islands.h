#pragma once

#include <vector>

#include "model/chart.h"

namespace yokoten {

/// `latitude` in degrees.
double cosine_of(double latitude);

/// A rectangle of longitudes and latitudes, in degrees.
struct GlobeBox {
  double west = 180, south = 90, east = -180, north = -90;
  void add(const GlobeBox& other);
  void add(LonLat at);
  LonLat middle() const { return {(west + east) / 2, (south + north) / 2}; }
};

/// Where a polygon is drawn. What is drawn in its place has `group` 0.
struct IslandMove {
  int group = 0;
  LonLat from, to;  ///< middle of the group, before and after
  LonLat placed(LonLat at) const;
};

/// Decides which polygons are too far away from the others to be drawn in their place, and where
/// they go: into an empty corner, or below. `boxes` are the polygons' extents, `sizes` their areas
/// in square degrees. Frames go around each group that moved.
struct Islands {
  std::vector<IslandMove> moves;  ///< one a polygon
  std::vector<GlobeRing> frames;
  GlobeBox extent;  ///< of everything, after moving
};
Islands arranged(const std::vector<GlobeBox>& boxes, const std::vector<double>& sizes);

}  // namespace yokoten
