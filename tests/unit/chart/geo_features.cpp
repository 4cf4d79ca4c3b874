#include <doctest/doctest.h>

#include <sstream>

#include "chart/geo/geo.h"

using namespace yokoten;
using namespace yokoten::chart;

namespace {

// Two squares that share the side from (130, 30) to (130, 32), and a point.
Json squares() {
  return Json::parse(R"({"type": "Topology",
    "transform": {"scale": [0.5, 0.25], "translate": [130, 30]},
    "arcs": [[[0, 0], [0, 8]], [[0, 8], [8, 0], [0, -8], [-8, 0]],
             [[0, 8], [-8, 0], [0, -8], [8, 0]]],
    "objects": {"map": {"type": "GeometryCollection", "geometries": [
      {"type": "Polygon", "id": 1, "arcs": [[0, 1]], "properties": {"code": "310000"}},
      {"type": "MultiPolygon", "arcs": [[[-1, -3]]], "properties": {"code": "320000"}},
      {"type": "Point", "coordinates": [4, 4]}]}}})");
}

std::string made(const Json& topology, bool mesh = false) {
  const auto features = features_of(topology, "map", mesh, "/data/values");
  const Json* json = std::get_if<Json>(&features);
  return json == nullptr ? "refused" : json->dump();
}

std::string refused_at(const Json& topology) {
  const auto features = features_of(topology, "map", false, "/data/values");
  const SpecProblem* problem = std::get_if<SpecProblem>(&features);
  return problem == nullptr ? "drawn" : problem->pointer;
}

// The squares with one member of them replaced.
Json with(const char* pointer, const char* json) {
  Json topology = squares();
  Json* place = &topology;
  std::istringstream steps(pointer + 1);
  for (std::string step; std::getline(steps, step, '/');)
    place = place->is_array() ? &(*place)[std::stoul(step)] : &(*place)[step];
  *place = Json::parse(json);
  return topology;
}

}  // namespace

TEST_CASE("areas of a topology carry id and properties and share their borders") {
  CHECK(
      made(squares()) ==
      R"([{"type":"Feature","id":1,"properties":{"code":"310000"},"geometry":{"type":"Polygon",)"
      R"("coordinates":[[[130.0,30.0],[130.0,32.0],[134.0,32.0],[134.0,30.0],[130.0,30.0]]]}},)"
      R"({"type":"Feature","properties":{"code":"320000"},"geometry":{"type":"MultiPolygon",)"
      R"("coordinates":[[[[130.0,32.0],[130.0,30.0],[126.0,30.0],[126.0,32.0],[130.0,32.0]]]]}},)"
      R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[132.0,31.0]}}])");
}

TEST_CASE("the mesh of a topology has each border once") {
  CHECK(made(squares(), true) ==
        R"([{"type":"MultiLineString","coordinates":[[[130.0,30.0],[130.0,32.0],[134.0,32.0],)"
        R"([134.0,30.0],[130.0,30.0],[126.0,30.0],[126.0,32.0],[130.0,32.0]]]}])");
}

TEST_CASE("an object that is one geometry is one feature") {
  Json topology = squares();
  topology["objects"]["map"] = topology["objects"]["map"]["geometries"][1];
  CHECK(made(topology).starts_with(R"([{"type":"Feature","properties":{"code":"320000"})"));
}

TEST_CASE("an unknown type of geometry is a feature without one") {
  CHECK(made(with("/objects/map/geometries/2/type", "\"Circle\""))
            .ends_with(R"({"type":"Feature","properties":{},"geometry":null}])"));
}

TEST_CASE("what is no topology is refused where it breaks") {
  CHECK(refused_at(Json::parse("[]")) == "/data/values/type");
  CHECK(refused_at(with("/arcs/1/2", "[1]")) == "/data/values/arcs/1/2");
  CHECK(refused_at(with("/arcs/0", "[[0, 0]]")) == "/data/values/arcs/0");
  CHECK(refused_at(with("/transform/scale", "3")) == "/data/values/transform/scale");
  CHECK(refused_at(with("/objects/map", "7")) == "/data/values/objects/map");
  CHECK(refused_at(with("/objects", "{}")) == "/data/values/objects/map");
}

TEST_CASE("an arc that is not there is refused with its place") {
  CHECK(refused_at(with("/objects/map/geometries/0/arcs/0/1", "3")) ==
        "/data/values/objects/map/geometries/0/arcs/0/1");
  CHECK(refused_at(with("/objects/map/geometries/0/arcs/0/1", "-4")) ==
        "/data/values/objects/map/geometries/0/arcs/0/1");
  CHECK(refused_at(with("/objects/map/geometries/0/arcs/0/1", "18446744073709551615")) ==
        "/data/values/objects/map/geometries/0/arcs/0/1");
}

TEST_CASE("collections that are nested too deeply are refused") {
  Json nested = Json::parse(R"({"type": "Point", "coordinates": [0, 0]})");
  for (int depth = 0; depth < 50; ++depth)
    nested = object("type", "GeometryCollection", "geometries", list(nested));
  CHECK(refused_at(with("/objects/map", nested.dump().c_str())) != "drawn");
}

TEST_CASE("a small file that names a long arc very often is refused") {
  Json topology = squares();
  Json arc = Json::array();
  for (int at = 0; at < 5000; ++at) arc.push_back(list(1, 1));
  topology["arcs"][0] = std::move(arc);
  Json ring = Json::array();
  for (int at = 0; at < 1000; ++at) ring.push_back(0);
  topology["objects"]["map"]["geometries"][0]["arcs"] = list(std::move(ring));
  CHECK(refused_at(topology) == "/data/values/objects/map/geometries/0/arcs/0");
}
