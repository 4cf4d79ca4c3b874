#include <doctest/doctest.h>

#include "chart/geo/geo.h"

using namespace yokoten;
using namespace yokoten::chart;

// What is expected was drawn by d3-geo 3.1 through vega-projection.

namespace {

const char* const kSquare =
    R"({"type":"Polygon","coordinates":[[[130,30],[130,40],[145,40],[145,30],[130,30]]]})";
const char* const kAcrossTheDateLine =
    R"({"type":"Polygon","coordinates":[[[170,10],[170,30],[-160,30],[-160,10],[170,10]]]})";

std::string drawn(const ProjectionSpec& spec, const std::string& geometry, double width = 300,
                  double height = 200) {
  const Json feature = object("type", "Feature", "geometry", Json::parse(geometry));
  const Json features = list(feature);
  return Projection::fitted(spec, {&features}, width, height).path_of(feature);
}

ProjectionSpec of_type(ProjectionType type) {
  ProjectionSpec spec;
  spec.type = type;
  return spec;
}

ProjectionSpec for_japan(ProjectionType type) {
  ProjectionSpec spec = of_type(type);
  spec.parallels = {33, 44};
  spec.rotate = {-137, 0};
  return spec;
}

}  // namespace

TEST_CASE("mercator bends the parallels of a large square towards the great circle") {
  CHECK(drawn(of_type(ProjectionType::mercator), kSquare) ==
        "M30.533,200L30.533,5.053L90.16,1.267L150,0L209.84,1.267L269.467,5.053L269.467,200"
        "L209.798,197.052L150,196.067L90.202,197.052Z");
}

TEST_CASE("conic projections agree with d3 for parallels of Japan") {
  CHECK(drawn(for_japan(ProjectionType::conic_conformal), kSquare) ==
        "M19.675,200L34.844,1.241L262.994,0L280.325,198.582L150.006,200.322Z");
  CHECK(drawn(for_japan(ProjectionType::conic_equidistant), kSquare) ==
        "M19.895,200L35.018,1.236L262.827,0L280.105,198.589L150.006,200.332Z");
}

TEST_CASE("conic projections agree with d3 where the specification names nothing") {
  CHECK(drawn(of_type(ProjectionType::conic_equal_area), kSquare) ==
        "M175.797,200L47.922,114.691L80.067,56.416L115.374,0L252.078,70.296L212.953,134.569Z");
  CHECK(drawn(of_type(ProjectionType::albers), kSquare) ==
        "M60.982,22.724L200.979,0L239.018,155.555L104.332,200Z");
}

TEST_CASE("an area across the antimeridian is cut into two") {
  CHECK(drawn(of_type(ProjectionType::mercator), kAcrossTheDateLine) ==
        "M0,90.702L16.667,91.447L16.667,109.298L0,109.039L0,90.702Z"
        "M300,109.039L291.667,109.298L291.667,109.298L291.667,91.447L300,90.702L300,109.039Z");
}

TEST_CASE("an area across the antimeridian is whole on a map that is turned to it") {
  ProjectionSpec spec;
  spec.rotate = {-180, 0};
  CHECK(drawn(spec, kAcrossTheDateLine) ==
        "M16.238,200L16.238,8.972L82.82,2.265L150,0L217.18,2.265L283.762,8.972L283.762,200"
        "L216.917,197.658L150,196.872L83.083,197.658Z");
}

TEST_CASE("a ring the wrong way round is the whole world with a hole") {
  const std::string path =
      drawn(of_type(ProjectionType::mercator),
            R"({"type":"Polygon","coordinates":[[[130,30],[145,30],[145,40],[130,40],[130,30]]]})");
  CHECK(path.starts_with("M222.222,82.515L230.556,82.515L230.556,75.716L222.222,75.716ZM250,0"));
  CHECK(path.ends_with("L50,26.223L50,4.082L50,0L50,0L250,0Z"));
}

TEST_CASE("the outline of the world is a square in mercator") {
  const std::string path =
      drawn(of_type(ProjectionType::mercator), R"({"type":"Sphere"})", 100, 100);
  CHECK(path.starts_with("M100,0L100,2.041L100,13.111"));
  CHECK(path.ends_with("L0,2.041L0,0L0,0L100,0Z"));
}

TEST_CASE("a line on a tilted and rolled globe is resampled") {
  ProjectionSpec spec = of_type(ProjectionType::conic_equidistant);
  spec.rotate = {-137, -20, 5};
  CHECK(drawn(spec, R"({"type":"LineString","coordinates":[[120,20],[150,45]]})") ==
        "M64.793,200L112.073,151.964L155.651,102.146L196.409,51.276L235.207,0");
}

TEST_CASE("a scale that is given is kept and a point becomes a circle") {
  ProjectionSpec spec;
  spec.scale = 100;
  spec.translate = {150, 100};
  spec.center = {137, 38};
  CHECK(drawn(spec, R"({"type":"Point","coordinates":[139,36]})") ==
        "M153.491,104.371m0,4.5a4.5,4.5 0 1,1 0,-9a4.5,4.5 0 1,1 0,9z");
}

TEST_CASE("a point that is fitted to nothing has no path") {
  CHECK(drawn({}, R"({"type":"Point","coordinates":[139,36]})").empty());
}

TEST_CASE("what is no geometry draws nothing") {
  ProjectionSpec spec;
  spec.scale = 100;
  for (const char* json :
       {"null", "7", R"({"type":"Polygon"})", R"({"type":"Polygon","coordinates":[[]]})",
        R"({"type":"Circle","coordinates":[1,2]})",
        R"({"type":"LineString","coordinates":[["a",2],null]})"})
    CHECK(drawn(spec, json).empty());
}

TEST_CASE("a scale that no screen holds ends and draws something finite or nothing") {
  ProjectionSpec spec = of_type(ProjectionType::conic_equidistant);
  spec.scale = 1e300;
  const std::string path = drawn(spec, kSquare);
  CHECK(path.find("inf") == std::string::npos);
  CHECK(path.find("nan") == std::string::npos);
}
