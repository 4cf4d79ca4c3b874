#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "chart/guide/axis_layout.h"
#include "chart/spec/read.h"

// Expected values: Vega 6.4 and Vega-Lite 6.4 with the text widths of text_width.h.

using namespace yokoten;
using namespace yokoten::chart;

namespace {

struct Size {
  double width = 0, height = 0;
};

/// The axes of a specification and what they cover.
struct Drawn {
  Json json;
  AxisGroups groups;
  Bounds bounds;
};

Drawn draw(const char* text, bool horizontal, Size size) {
  Drawn drawn{Json::parse(text), {}, {}};
  const auto spec = read_spec(drawn.json);
  REQUIRE(spec.index() == 0);
  const auto plan = make_plan(*std::get<0>(spec));
  REQUIRE(std::holds_alternative<Plan>(plan));
  drawn.groups = axis_groups(std::get<Plan>(plan), horizontal, size.width, size.height);
  if (drawn.groups.has_main)
    drawn.bounds =
        lay_out_axis(drawn.groups.main, drawn.groups.main_placement, size.width, size.height);
  return drawn;
}

const std::vector<Item>& items(const Group& group, const char* role) {
  static const std::vector<Item> none;
  for (const Mark& mark : group.marks)
    if (mark.role == role) return mark.items;
  return none;
}

std::string labels(const Group& group) {
  std::string shown;
  for (const Item& item : items(group, "axis-label"))
    if (!item.hidden && !item.text.empty()) shown += item.text + " ";
  return shown;
}

std::vector<double> across(const std::vector<Item>& found, double width) {
  std::vector<double> places;
  for (const Item& item : found) places.push_back(item.x.at(width));
  return places;
}

}  // namespace

TEST_CASE("labels at the ends of a quantitative axis lean inwards and every second gives way") {
  const Drawn x = draw(R"({"data":{"values":[{"v":0},{"v":1000000}]},"mark":"point",
    "width":100,"height":60,"encoding":{"x":{"field":"v","type":"quantitative"}}})",
                       true, {100, 60});
  const auto& found = items(x.groups.main, "axis-label");
  REQUIRE(found.size() == 3);
  CHECK(found[0].align == "left");
  CHECK(found[1].align == "center");
  CHECK(found[1].hidden);
  CHECK(found[2].align == "right");
  CHECK(labels(x.groups.main) == "0 1,000,000 ");
  CHECK(x.bounds.x1 == -0.5);
  CHECK(x.bounds.y2 == 92);
  CHECK(items(x.groups.main, "axis-title").front().y == 21);
}

TEST_CASE("names below bars are turned and end at the axis") {
  const Drawn x = draw(R"({"data":{"values":[{"n":"青森県"},{"n":"岩手県"},{"n":"秋田県"}]},
    "mark":"bar","width":90,"height":60,"encoding":{"x":{"field":"n","type":"nominal"}}})",
                       true, {90, 60});
  const auto& found = items(x.groups.main, "axis-label");
  REQUIRE(found.size() == 3);
  CHECK(found[0].angle == 270);
  CHECK(found[0].align == "right");
  CHECK(found[0].baseline == "middle");
  CHECK(across(found, 90) == std::vector<double>{14.5, 44.5, 74.5});
  CHECK(across(items(x.groups.main, "axis-tick"), 90) == std::vector<double>{15, 45, 75});
  CHECK_FALSE(x.groups.has_grid);
  CHECK(x.bounds.y2 == 112);
}

TEST_CASE("upright names above a plot keep their distance") {
  const Drawn x = draw(R"({"data":{"values":[{"n":"青森県"}]},"mark":"bar","width":90,
    "height":60,"encoding":{"x":{"field":"n","type":"nominal","axis":{"labelAngle":0,
    "orient":"top"}}}})",
                       true, {90, 60});
  const auto& found = items(x.groups.main, "axis-label");
  REQUIRE(found.size() == 1);
  CHECK(found[0].baseline == "bottom");
  CHECK(found[0].y == -7);
  CHECK(x.groups.main.side == Side::top);
  CHECK(x.bounds.y1 == -32);
}

TEST_CASE("a logarithmic axis leaves crowded labels empty and hides overlapping ones") {
  const Drawn y = draw(R"({"data":{"values":[{"v":1},{"v":1000}]},"mark":"point","width":60,
    "height":120,"encoding":{"y":{"field":"v","type":"quantitative","scale":{"type":"log"}}}})",
                       false, {60, 120});
  CHECK(items(y.groups.main, "axis-tick").size() == 28);
  CHECK(labels(y.groups.main) == "1 2 10 20 100 200 1,000 ");
  CHECK(y.bounds.x1 == doctest::Approx(-46.98));
  CHECK(items(y.groups.main, "axis-title").front().angle == -90);
}

TEST_CASE("an axis at the right is moved out by its offset and its grid back") {
  const Drawn y = draw(R"({"data":{"values":[{"v":3},{"v":40}]},"mark":"point","width":200,
    "height":100,"encoding":{"y":{"field":"v","type":"quantitative","title":"人数（人）",
    "axis":{"orient":"right","offset":10}}}})",
                       false, {200, 100});
  CHECK(y.groups.main.x.at(200) == 210.5);
  CHECK(y.bounds.x2 == doctest::Approx(243.1));
  const auto& grid = items(y.groups.grid, "axis-grid");
  REQUIRE(grid.size() == 5);
  CHECK(grid[1].x.at(200) == -10);
  CHECK(grid[1].x2.at(200) == -210);
  CHECK(grid[1].y == 75);
  CHECK(items(y.groups.main, "axis-title").front().x.px == doctest::Approx(22.1));
}

TEST_CASE("ticks around bands stand at their ends and at the first start") {
  const Drawn x = draw(R"({"data":{"values":[{"n":"A"},{"n":"B"}]},"mark":"bar","width":100,
    "height":60,"encoding":{"x":{"field":"n","type":"nominal","scale":{"paddingInner":0,
    "paddingOuter":0},"axis":{"tickBand":"extent","grid":true}}}})",
                       true, {100, 60});
  CHECK(across(items(x.groups.main, "axis-tick"), 100) == std::vector<double>{50, 100, 0});
  CHECK(across(items(x.groups.grid, "axis-grid"), 100) == std::vector<double>{50, 100, 0});
  CHECK(across(items(x.groups.main, "axis-label"), 100) == std::vector<double>{25, 75, 0});
}

TEST_CASE("a format for whole numbers keeps ticks one apart") {
  const Drawn x = draw(R"({"data":{"values":[{"v":0},{"v":3}]},"mark":"point","width":400,
    "height":60,"encoding":{"x":{"field":"v","type":"quantitative","axis":{"format":"d"}}}})",
                       true, {400, 60});
  CHECK(labels(x.groups.main) == "0 1 2 3 ");
  CHECK(across(items(x.groups.main, "axis-tick"), 400) == std::vector<double>{0, 133, 267, 400});
}

TEST_CASE("written values beyond the axis are left out and labels rewritten") {
  const Drawn x = draw(R"({"data":{"values":[{"v":0},{"v":10}]},"mark":"point","width":200,
    "height":60,"encoding":{"x":{"field":"v","type":"quantitative","axis":{
    "values":[12,10,5,0,-3],"labelExpr":"datum.label + '人'"}}}})",
                       true, {200, 60});
  CHECK(labels(x.groups.main) == "0人 5人 10人 ");
}

TEST_CASE("config by type of scale goes before config by channel and by axis") {
  const Drawn x = draw(R"({"data":{"values":[{"n":"A"}]},"mark":"bar","width":200,"height":60,
    "encoding":{"x":{"field":"n","type":"nominal","axis":{"tickSize":3}}},"config":{
    "axis":{"tickSize":9,"labelPadding":7,"tickOffset":4,"labelFontSize":8},
    "axisX":{"labelPadding":6,"labelFontSize":9},"axisBand":{"labelFontSize":12}}})",
                       true, {200, 60});
  const auto& found = items(x.groups.main, "axis-label");
  REQUIRE(found.size() == 1);
  CHECK(found[0].font.size == 12);
  CHECK(found[0].y == 9);
  // Vega's own half pixel for bands goes before config.axis.
  CHECK(found[0].x.at(200) == 99.5);
}

TEST_CASE("a rule at a number that comes first takes the grid away") {
  const Drawn x = draw(R"({"data":{"values":[{"v":1},{"v":30}]},"width":100,"height":60,
    "layer":[{"mark":"rule","encoding":{"x":{"datum":20}}},
    {"mark":"point","encoding":{"x":{"field":"v","type":"quantitative"}}}]})",
                       true, {100, 60});
  CHECK_FALSE(x.groups.has_grid);
  CHECK(labels(x.groups.main) == "0 10 20 30 ");
}

TEST_CASE("of many overlapping labels each fourth remains but not the last") {
  const Drawn x = draw(R"({"data":{"values":[{"v":0},{"v":100000}]},"mark":"point","width":80,
    "height":60,"encoding":{"x":{"field":"v","type":"quantitative","axis":{"tickCount":8}}}})",
                       true, {80, 60});
  CHECK(labels(x.groups.main) == "0 40,000 80,000 ");
}

TEST_CASE("bound labels that stand out of the axis are hidden") {
  const Drawn x = draw(R"({"data":{"values":[{"v":0},{"v":100}]},"mark":"point","width":80,
    "height":60,"encoding":{"x":{"field":"v","type":"quantitative","axis":{"tickCount":3,
    "labelFlush":false,"labelBound":true}}}})",
                       true, {80, 60});
  CHECK(labels(x.groups.main) == "50 ");
}

TEST_CASE("a title with a written place does not follow the labels") {
  const Drawn y = draw(R"({"data":{"values":[{"v":0},{"v":100}]},"mark":"point","width":80,
    "height":60,"encoding":{"y":{"field":"v","type":"quantitative","title":"割合","axis":{
    "titleX":-10,"titleAnchor":"end","titleAngle":0,"titleAlign":"left"}}}})",
                       false, {80, 60});
  const Item& title = items(y.groups.main, "axis-title").front();
  CHECK(title.x.px == -10);
  CHECK(title.y == 0);
  CHECK(y.bounds.y1 == -11);
  CHECK(y.bounds.x2 == doctest::Approx(13.1));
}
