#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "page/map_islands.h"
#include "page/map_shapes.h"

using namespace yokoten;

namespace {

Areas two_prefectures() {
  Areas areas;
  for (const char* code : {"310000", "320005"})
    areas.add({.code = code, .level = AreaLevel::prefecture, .parent = 0});
  return areas;
}

// Two areas with a wavy border between them and a square around; `waves` vertices on the border.
Boundaries neighbours(int waves) {
  Boundaries made;
  Border between{{{133, 35}, 1e9}};
  for (int at = 1; at < waves; ++at)
    between.push_back({{133 + 0.01 * (at % 2), 35 + 1.0 * at / waves}, 1e-9 * at});
  between.push_back({{133, 36}, 1e9});
  made.borders = {between,
                  {{{133, 36}, 1e9}, {{132, 36}, 1e9}, {{132, 35}, 1e9}, {{133, 35}, 1e9}},
                  {{{133, 36}, 1e9}, {{134, 36}, 1e9}, {{134, 35}, 1e9}, {{133, 35}, 1e9}}};
  made.shapes = {{"310000", "鳥取県", {{{0, 1}}}}, {"32", "島根県", {{{0, 2}}}}};
  return made;
}

bool has(const GlobeRing& ring, LonLat at) {
  return std::find(ring.begin(), ring.end(), at) != ring.end();
}

double turning(const GlobeRing& ring) {
  double sum = 0;
  for (std::size_t at = 1; at < ring.size(); ++at)
    sum += ring[at - 1].longitude * ring[at].latitude - ring[at].longitude * ring[at - 1].latitude;
  return sum;
}

}  // namespace

TEST_CASE("neighbours keep the same vertices on their border however many are left out") {
  const MapShapes map = map_shapes(neighbours(50'000), two_prefectures(), {1, 2});
  const GlobeRing& left = map.shapes[0][0][0];
  const GlobeRing& right = map.shapes[1][0][0];
  CHECK(left.size() < 15'000);
  CHECK(left.size() == right.size());
  for (const LonLat at : left)
    if (std::abs(at.longitude - 133) < 0.1) CHECK(has(right, at));
}

TEST_CASE("outlines run clockwise whichever way the file has them") {
  const MapShapes map = map_shapes(neighbours(10), two_prefectures(), {1, 2});
  CHECK(turning(map.shapes[0][0][0]) < 0);
  CHECK(turning(map.shapes[1][0][0]) < 0);
}

TEST_CASE("an area without a boundary has no shape and keeps its place in the list") {
  Boundaries boundaries = neighbours(10);
  boundaries.shapes.erase(boundaries.shapes.begin());
  const MapShapes map = map_shapes(boundaries, two_prefectures(), {1, 2});
  CHECK(map.any());
  CHECK(map.shapes[0].empty());
  CHECK_FALSE(map.shapes[1].empty());
}

TEST_CASE("a far island is moved beside the main land with a frame and its form") {
  const std::vector<GlobeBox> boxes{{139, 35.5, 140, 36}, {142, 27, 142.2, 27.2}};
  const Islands islands = arranged(boxes, {0.4, 0.03});
  CHECK(islands.frames.size() == 1);
  CHECK(islands.moves[0].group == 0);
  CHECK(islands.moves[1].group == 1);
  const LonLat north = islands.moves[1].placed({142, 27.2}),
               south = islands.moves[1].placed({142, 27});
  CHECK(north.latitude - south.latitude == doctest::Approx(0.2));
  CHECK(islands.extent.south > 34);
  CHECK(islands.extent.east < 141);
}

TEST_CASE("islands that are near stay in their place") {
  const Islands islands = arranged({{130, 32, 131, 33}, {131.1, 32, 131.2, 32.1}}, {0.8, 0.01});
  CHECK(islands.frames.empty());
  CHECK(islands.moves[1].placed({131.1, 32}) == LonLat{131.1, 32});
}

TEST_CASE("many far islands each get a frame and no frame meets another") {
  std::vector<GlobeBox> boxes{{139, 35.5, 140, 36}};
  std::vector<double> sizes{0.4};
  for (int at = 0; at < 30; ++at) {
    boxes.push_back({150.0, at * 1.0, 150.1, at + 0.1});
    sizes.push_back(0.01);
  }
  const Islands islands = arranged(boxes, sizes);
  REQUIRE(islands.frames.size() == 30);
  for (std::size_t a = 0; a < 30; ++a)
    for (std::size_t b = a + 1; b < 30; ++b) {
      const GlobeRing &one = islands.frames[a], &two = islands.frames[b];
      const bool apart = one[2].longitude <= two[0].longitude ||
                         two[2].longitude <= one[0].longitude ||
                         one[1].latitude <= two[0].latitude || two[1].latitude <= one[0].latitude;
      CHECK(apart);
    }
}
