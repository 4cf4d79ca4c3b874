#include <doctest/doctest.h>

#include <cmath>

#include "read/border_weights.h"
#include "read/boundary_file.h"

using namespace yokoten;

namespace {

const char* const kTwoSquares = R"({"type": "Topology",
  "transform": {"scale": [0.5, 0.25], "translate": [130, 30]},
  "arcs": [[[0, 0], [0, 8]], [[0, 8], [8, 0], [0, -8], [-8, 0]], [[0, 8], [-8, 0], [0, -8], [8, 0]]],
  "objects": {"odd name": {"type": "GeometryCollection", "geometries": [
    {"type": "Polygon", "arcs": [[0, 1]],
     "properties": {"lg_code": "310000", "city_name": "", "prefecture_name": "鳥取県"}},
    {"type": "MultiPolygon", "arcs": [[[-1, -3]]], "properties": {"lg_code": "320005"}}]}}})";

std::string code_of_reading(std::string bytes, const Source& source = {}) {
  Findings findings;
  const auto read = read_boundaries(bytes, "raw/x.json", source, findings);
  CHECK(read.has_value() == findings.empty());
  return findings.empty() ? "" : findings.front().code + ' ' + findings.front().message.en;
}

std::string boundaries_with(std::string_view from, std::string_view to) {
  std::string text = kTwoSquares;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

double weight(const Border& border, std::size_t at) { return border[at].weight; }

}  // namespace

TEST_CASE("a boundary file gives shapes with codes and borders in degrees") {
  Findings findings;
  const auto read = read_boundaries(kTwoSquares, "raw/x.json", {}, findings);
  REQUIRE(read);
  CHECK(read->shapes[0].code == "310000");
  CHECK(read->shapes[0].name == "鳥取県");
  CHECK(read->shapes[1].polygons == std::vector<std::vector<BorderRing>>{{{-1, -3}}});
  CHECK(read->borders[0].back().at == LonLat{130, 32});
}

TEST_CASE("a boundary file that breaks is refused with the place where it does") {
  CHECK(code_of_reading("{").starts_with("boundary.file"));
  CHECK(code_of_reading("[]").find("(/type)") != std::string::npos);
  CHECK(code_of_reading(boundaries_with("[0, 8]]", "[0]]")).find("(/arcs/0)") != std::string::npos);
  CHECK(code_of_reading(boundaries_with("[0, 1]", "[0, 3]")).find("/geometries/0/arcs/0") !=
        std::string::npos);
  CHECK(code_of_reading(boundaries_with("0.25]", "90]")).find("degrees") != std::string::npos);
  CHECK(code_of_reading(std::string(100, '[')).find("nested") != std::string::npos);
}

TEST_CASE("an arc that is used without end makes no endless shape") {
  std::string arc = "[0, 0]", polygons = "[[0]]";
  for (int at = 0; at < 1'000; ++at) arc += at % 2 == 0 ? ", [0, 8]" : ", [0, -8]";
  for (int at = 0; at < 7'000; ++at) polygons += ", [[0]]";
  const std::string text = R"({"type": "Topology",
    "transform": {"scale": [0.5, 0.25], "translate": [130, 30]}, "arcs": [[)" +
                           arc + R"(]],
    "objects": {"areas": {"type": "GeometryCollection", "geometries": [
      {"type": "MultiPolygon", "arcs": [)" +
                           polygons + R"(], "properties": {"lg_code": "320005"}}]}}})";
  CHECK(code_of_reading(text).find("more than six million points") != std::string::npos);
}

TEST_CASE("an object or a property that the file lacks is answered with those it has") {
  Source source;
  source.object = "map";
  CHECK(code_of_reading(kTwoSquares, source).find("odd name") != std::string::npos);
  source = {};
  source.code_property = "code";
  CHECK(code_of_reading(kTwoSquares, source).find("lg_code") != std::string::npos);
}

TEST_CASE("codes of two five and six digits mean the same area") {
  Areas areas;
  const int tottori =
      areas.add({.code = "310000", .name = "鳥取県", .level = AreaLevel::prefecture, .parent = 0});
  for (const char* code : {"31", "31000", "310000"}) CHECK(area_of_code(areas, code) == tottori);
  for (const char* code : {"", "3", "32", "310001", "３１", "31000x"})
    CHECK(area_of_code(areas, code) == Areas::none);
}

TEST_CASE("the vertex that changes a line least has the smallest weight") {
  Border border{{{130, 0}}, {{131, 0.1}}, {{132, 0}}, {{133, 3}}, {{134, 0}}};
  weigh(border);
  CHECK(std::isinf(weight(border, 0)));
  CHECK(std::isinf(weight(border, 4)));
  CHECK(weight(border, 1) == doctest::Approx(0.1));
  CHECK(std::isinf(weight(border, 2)));
  CHECK(weight(border, 3) > 2.9);
}

TEST_CASE("a ring keeps a triangle and a line one vertex however coarse the map") {
  Border ring{{{130, 0}}, {{130, 1}}, {{130.5, 1.2}}, {{131, 1}}, {{131, 0}}, {{130, 0}}};
  weigh(ring);
  std::size_t kept = 0;
  for (const BorderPoint& point : ring) kept += std::isinf(point.weight) ? 1 : 0;
  CHECK(kept == 4);
}
