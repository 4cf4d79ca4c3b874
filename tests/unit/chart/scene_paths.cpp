#include <doctest/doctest.h>

#include <cmath>

#include "chart/scene/curve_cut.h"
#include "chart/scene/curve_pen.h"
#include "chart/scene/paths.h"

using namespace yokoten::chart;

namespace {

std::string coordinate(double value) {
  std::string text;
  append_coordinate(text, value);
  return text;
}

std::string path_of(const Item& item, Kind kind, double width) {
  std::string path;
  append_path(path, item, kind, width);
  return path;
}

std::string line_path(const Item& item, double width) { return path_of(item, Kind::line, width); }
std::string area_path(const Item& item, double width) { return path_of(item, Kind::area, width); }

std::string symbol_path(std::string shape, double size) {
  Item item;
  item.shape = std::move(shape);
  item.size = size;
  return path_of(item, Kind::symbol, 0);
}

Item broken_line(std::string interpolate) {
  Item item;
  item.interpolate = std::move(interpolate);
  for (const auto& [x, y, defined] :
       std::initializer_list<std::tuple<double, double, bool>>{{0, 0, true},
                                                               {10, 20, true},
                                                               {20, 15, true},
                                                               {30, 40, true},
                                                               {40, 0, false},
                                                               {50, 5, true},
                                                               {60, 0, false},
                                                               {70, 10, true},
                                                               {80, 20, true}})
    item.vertices.push_back({.x = {x / 100, 0}, .y = y, .defined = defined});
  return item;
}

Item slope(std::string interpolate, bool horizontal) {
  Item item;
  item.interpolate = std::move(interpolate);
  item.horizontal = horizontal;
  for (const auto& [at, value] :
       std::initializer_list<std::pair<double, double>>{{0, 0}, {10, 20}, {20, 15}, {30, 8}}) {
    const Along along = {0, at}, across = {0, value};
    if (horizontal) {
      item.vertices.push_back({.x = across, .x2 = {0, 50}, .y = at, .y2 = at});
    } else {
      item.vertices.push_back({.x = along, .x2 = along, .y = value, .y2 = 50});
    }
  }
  return item;
}

/// Adds up the area inside an outline by many short edges.
class AreaPen final : public Pen {
 public:
  void move_to(double x, double y) override { x_ = first_x_ = x, y_ = first_y_ = y; }
  void line_to(double x, double y) override {
    area += (x_ * y - x * y_) / 2;
    x_ = x, y_ = y;
  }
  void curve_to(double x1, double y1, double x2, double y2, double x, double y) override {
    const double x0 = x_, y0 = y_;
    for (int i = 1; i <= 200; ++i) {
      const double t = i / 200.0, s = 1 - t;
      line_to(s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
              s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y);
    }
  }
  void close() override { line_to(first_x_, first_y_); }
  void circle(double) override {}
  void rect(double, double, double width, double height) override { area += width * height; }

  double area = 0;

 private:
  double x_ = 0, y_ = 0, first_x_ = 0, first_y_ = 0;
};

double slice_area(const Frame& whole, const Corners& corners, const Frame& part) {
  AreaPen pen;
  draw_slice(pen, whole, corners, part);
  return std::abs(pen.area);
}

}  // namespace

// Expected paths are what vega-scenegraph writes for the same items.

TEST_CASE("coordinates have at most three decimals and are never minus zero") {
  CHECK(coordinate(12.3456) == "12.346");
  CHECK(coordinate(-12.5) == "-12.5");
  CHECK(coordinate(-0.0001) == "0");
  CHECK(coordinate(0.0625) == "0.063");
  CHECK(coordinate(1e15) == "1e+15");
  CHECK(coordinate(0.0 / 0.0) == "0");
}

TEST_CASE("a line breaks where a value is missing and keeps a lone point") {
  CHECK(line_path(broken_line("linear"), 100) == "M0,0L10,20L20,15L30,40M50,5ZM70,10L80,20");
  CHECK(line_path(broken_line(""), 100) == line_path(broken_line("linear"), 100));
}

TEST_CASE("steps turn halfway or before or after") {
  CHECK(line_path(broken_line("step"), 100) ==
        "M0,0L5,0L5,20L15,20L15,15L25,15L25,40L30,40M50,5ZM70,10L75,10L75,20L80,20");
  CHECK(line_path(broken_line("step-before"), 100) ==
        "M0,0L0,20L10,20L10,15L20,15L20,40L30,40M50,5ZM70,10L70,20L80,20");
  CHECK(line_path(broken_line("step-after"), 100) ==
        "M0,0L10,0L10,20L20,20L20,15L30,15L30,40M50,5ZM70,10L80,10L80,20");
}

TEST_CASE("a monotone line never swings over its points") {
  CHECK(line_path(broken_line("monotone"), 100) ==
        "M0,0C3.333,10,6.667,20,10,20C13.333,20,16.667,15,20,15C23.333,15,26.667,27.5,30,40"
        "M50,5ZM70,10L80,20");
}

TEST_CASE("a line of nothing has no path") {
  CHECK(line_path(Item{}, 100).empty());
  CHECK(area_path(Item{}, 100).empty());
}

TEST_CASE("an area runs back along its other edge") {
  CHECK(area_path(slope("linear", false), 100) == "M0,0L10,20L20,15L30,8L30,50L20,50L10,50L0,50Z");
  CHECK(area_path(slope("step", false), 100) ==
        "M0,0L5,0L5,20L15,20L15,15L25,15L25,8L30,8L30,50L25,50L25,50L15,50L15,50L5,50L5,50L0,50Z");
}

TEST_CASE("a horizontal area bends along y") {
  CHECK(area_path(slope("monotone", true), 100) ==
        "M0,0C10,3.333,20,6.667,20,10C20,13.333,17,16.667,15,20C13,23.333,10.5,26.667,8,30"
        "L50,30C50,26.667,50,23.333,50,20C50,16.667,50,13.333,50,10C50,6.667,50,3.333,50,0Z");
}

TEST_CASE("symbols are as large as their size says") {
  CHECK(symbol_path("circle", 100) == "M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0");
  CHECK(symbol_path("square", 64) == "M-4,-4h8v8h-8Z");
  CHECK(symbol_path("diamond", 64) == "M-4,0L0,-4L4,0L0,4Z");
  CHECK(symbol_path("triangle-up", 64) == "M0,-3.464L-4,3.464L4,3.464Z");
  CHECK(symbol_path("cross", 64) ==
        "M-4,-1.6L-4,1.6L-1.6,1.6L-1.6,4L1.6,4L1.6,1.6L4,1.6L4,-1.6L1.6,-1.6L1.6,-4L-1.6,-4"
        "L-1.6,-1.6Z");
  CHECK(symbol_path("circle", -1) == "M0,0");
}

TEST_CASE("a rectangle has round corners no larger than half its side") {
  CHECK(rectangle_path(10, 20, 30, 40, 0) == "M10,20h30v40h-30Z");
  CHECK(rectangle_path(0, 0, 10, 4, 9) == rectangle_path(0, 0, 10, 4, 2));
  Item bar;
  bar.x = {0, 10};
  bar.x2 = {0, 40};
  bar.y = 20;
  bar.y2 = 60;
  bar.corners = {5, 5, 0, 0};
  CHECK(rect_path(bar, 100) ==
        "M15,20L35,20C37.76,20,40,22.24,40,25L40,60C40,60,40,60,40,60L10,60C10,60,10,60,10,60"
        "L10,25C10,22.24,12.24,20,15,20Z");
}

TEST_CASE("bars of a stack are cut by its round corners") {
  Item bar;
  bar.x = {0, 0};
  bar.x2 = {0, 20};
  bar.y = 4;
  bar.y2 = 50;
  bar.stack = {{.x = {0, 0}, .x2 = {0, 20}, .y = 0, .y2 = 100, .corners = {8, 8, 0, 0}}};
  const std::string second = rect_path(bar, 100);
  // Starts inside the corner, 4 px below the top, and goes on down the straight side.
  CHECK(second.substr(0, 14) == "M1.072,4L18.92");
  CHECK(second.find("20,8L20,50L0,50") != std::string::npos);
  bar.y = 30;
  CHECK(rect_path(bar, 100) == "M0,30h20v20h-20Z");
}

TEST_CASE("the slices of a stack are together as large as its outline") {
  const Frame whole = {10, 20, 50, 120};
  const Corners corners = {16, 4, 20, 0};
  AreaPen pen;
  draw_round(pen, whole, corners);
  for (const auto& cuts : {std::vector<double>{20, 23, 24, 50, 101, 119, 120},
                           std::vector<double>{20, 36, 100, 120}, std::vector<double>{20, 120}}) {
    double level = 0, upright = 0;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      level += slice_area(whole, corners, {10, cuts[i - 1], 50, cuts[i]});
      const double x1 = 10 + (cuts[i - 1] - 20) * 0.4, x2 = 10 + (cuts[i] - 20) * 0.4;
      upright += slice_area(whole, corners, {x1, 20, x2, 120});
    }
    CHECK(level == doctest::Approx(pen.area).epsilon(1e-5));
    CHECK(upright == doctest::Approx(pen.area).epsilon(1e-5));
  }
}
