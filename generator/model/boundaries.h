#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"
#include "model/lon_lat.h"

namespace yokoten {

/// A vertex of a border. `weight` is the area in square degrees, shrunk by the cosine of the
/// latitude, by which the map changes where it is left out (Visvalingam and Whyatt 1993); infinite
/// where it must stay.
struct BorderPoint {
  LonLat at;
  double weight = 0;
};

/// A line between the same two neighbours, or a coast. Neighbours share it, so that they still fit
/// when vertices are left out.
using Border = std::vector<BorderPoint>;

/// A ring as numbers of borders in order; ~n is border n backwards.
using BorderRing = std::vector<int>;

/// The shape of one area: polygons, each an outline and its holes.
struct AreaShape {
  std::string code, name;  ///< as the file has them; name may be empty
  std::vector<std::vector<BorderRing>> polygons;
};

/// What a source of the kind `boundaries` holds.
struct Boundaries {
  int source = -1;  ///< position in Publication::sources
  std::vector<Border> borders;
  std::vector<AreaShape> shapes;
};

/// The area of a code of six digits, of five (without the check digit) or two (a prefecture);
/// Areas::none where there is none.
int area_of_code(const Areas& areas, std::string_view code);

}  // namespace yokoten
