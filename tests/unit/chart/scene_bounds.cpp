#include <doctest/doctest.h>

#include "chart/scene/bounds.h"
#include "chart/scene/symbol.h"

using namespace yokoten::chart;

namespace {

void check(const Bounds& bounds, double x1, double y1, double x2, double y2) {
  CHECK(bounds.x1 == doctest::Approx(x1).epsilon(1e-5));
  CHECK(bounds.y1 == doctest::Approx(y1).epsilon(1e-5));
  CHECK(bounds.x2 == doctest::Approx(x2).epsilon(1e-5));
  CHECK(bounds.y2 == doctest::Approx(y2).epsilon(1e-5));
}

Item text_item(std::string text, double size) {
  Item item;
  item.text = std::move(text);
  item.font.size = size;
  return item;
}

}  // namespace

// Expected numbers are what vega-scenegraph gives for the same items with the same text widths.

TEST_CASE("a text in the middle of its place is as wide as its letters") {
  Item item = text_item("介護 12%", 12);
  item.x.px = 100;
  item.y = 50;
  item.align = "center";
  item.baseline = "middle";
  check(text_bounds(item, 300), 74.47, 44, 125.53, 56);
}

TEST_CASE("a turned text turns around its place") {
  Item item = text_item("介護 12%", 12);
  item.x.px = 100;
  item.y = 50;
  item.align = "right";
  item.baseline = "top";
  item.angle = 90;
  item.font.weight = "bold";
  check(text_bounds(item, 300), 89, -3.613, 101, 50);
}

TEST_CASE("a text is never wider than its limit") {
  Item item = text_item("介護サービス", 10);
  item.limit = 30;
  check(text_bounds(item, 300), 0, -8, 30, 2);
}

TEST_CASE("further lines of a text stand below its first") {
  Item item = text_item("a", 10);
  item.more_lines = {"介護"};
  item.line_height = 14;
  item.baseline = "bottom";
  check(text_bounds(item, 300), 0, -10, 20, 14);
}

TEST_CASE("places across grow with the width of the plot") {
  Item item;
  item.x = {0.25, 10};
  item.x2 = {0.5, 0};
  item.y2 = 20;
  check(bounds_of(item, Kind::rect, 400), 110, 0, 200, 20);
}

TEST_CASE("a stroke widens a rectangle by half of it and a symbol by its sharpest corner") {
  Item rect;
  rect.x = {0, 10};
  rect.x2 = {0, 40};
  rect.y = 20;
  rect.y2 = 60;
  rect.look.stroke = "red";
  rect.look.stroke_width = 3;
  check(bounds_of(rect, Kind::rect, 300), 8.5, 18.5, 41.5, 61.5);

  Item symbol;
  symbol.x = {0, 10};
  symbol.y = 20;
  symbol.size = 100;
  symbol.look.stroke = "red";
  symbol.look.stroke_width = 2;
  check(bounds_of(symbol, Kind::symbol, 300), 1, 11, 19, 29);
}

TEST_CASE("square ends of a rule reach further than round ones") {
  Item rule;
  rule.x = {0, 10};
  rule.x2 = {0, 50};
  rule.y = rule.y2 = 20;
  rule.look.stroke = "red";
  rule.look.stroke_width = 2;
  rule.look.cap = "square";
  check(bounds_of(rule, Kind::rule, 300), 8.5858, 18.5858, 51.4142, 21.4142);
}

TEST_CASE("hidden items and empty marks cover nothing") {
  Item item = text_item("a", 10);
  item.hidden = true;
  CHECK(bounds_of(item, Kind::text, 300).empty());
  CHECK(bounds_of(Mark{}, 300).empty());
}

TEST_CASE("what is clipped covers no more than its frame") {
  Mark mark;
  mark.items.resize(1);
  mark.items[0].x = {0, -50};
  mark.items[0].x2 = {0, 500};
  mark.items[0].y2 = 900;
  mark.clip = true;
  mark.clip_height = 200;
  check(bounds_of(mark, 300), 0, 0, 300, 200);
}

TEST_CASE("the outline of a map covers its corners") {
  Item item;
  item.path = "M10,20L30,5L25.5,40ZM-3,1L2,2Z";
  check(bounds_of(item, Kind::shape, 300), -3, 1, 30, 40);
}

TEST_CASE("a text that is too wide ends in an ellipsis") {
  Font font;
  font.size = 10;
  CHECK(limited_text(font, "介護サービス", 45) == "介護サ…");
  CHECK(limited_text(font, "介護サービス", 60) == "介護サー…");
  CHECK(limited_text(font, "介護サービス", 60.1) == "介護サービス");
  CHECK(limited_text(font, "  介護  ", 0) == "介護");
  CHECK(limited_text(font, "介護", 3) == "…");
}

TEST_CASE("widths of texts leave out blanks at the ends and grow in bold") {
  Font font;
  font.size = 10;
  CHECK(text_width(font, " 介護　") == doctest::Approx(20));
  CHECK(text_width(font, "ｶﾞ") == doctest::Approx(10));
  CHECK(text_width(font, "\xE4") == doctest::Approx(text_width(font, "\xC3")));
  font.weight = "600";
  CHECK(text_width(font, "介護") == doctest::Approx(21));
}
