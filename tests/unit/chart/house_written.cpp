#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

/// The picture of a written specification as a page has it, with its legends.
std::string drawn_for_page(const std::string& spec) {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = spec;
  const Drawing drawing = chart::draw(made);
  if (drawing.problem) FAIL(drawing.problem->pointer << ": " << drawing.problem->message.en);
  return drawing.svg;
}

const std::string of_two_kinds = R"("data": {"values": [
  {"y": "2021", "k": "訪問", "v": 1}, {"y": "2021", "k": "通所", "v": 3}]}, "mark": "bar")";

std::string coloured_by(const std::string& color) {
  return drawn_for_page(R"({"data": {"values": [{"a": "甲", "v": 1}, {"a": "乙", "v": 12}]},
    "mark": "rect", "encoding": {"y": {"field": "a", "type": "nominal"}, )" +
                        color + "}}");
}

}  // namespace

TEST_CASE("columns of a facet stand side by side in shares of the page's column") {
  const std::string svg =
      drawn_for_page("{" + of_two_kinds +
                     R"(, "width": 120, "encoding": {"x": {"field": "y", "type": "ordinal"},
         "y": {"field": "v", "type": "quantitative"}, "column": {"field": "k", "type": "nominal"}}})");
  CHECK_FALSE(has(svg, "width=\"0%\""));
  CHECK(has(svg, ">訪問</text>"));
  CHECK(has(svg, ">通所</text>"));
  CHECK(count_of(svg, "class=\"k4\"") == 2);
}

TEST_CASE("rows of a facet are as wide as the page's column") {
  const std::string svg = drawn_for_page("{" + of_two_kinds + R"(, "width": 200, "height": 60,
        "encoding": {"x": {"field": "v", "type": "quantitative"},
        "y": {"field": "y", "type": "ordinal"}, "row": {"field": "k", "type": "nominal"}}})");
  CHECK_FALSE(has(svg, "width=\"0%\""));
  CHECK(has(svg, "width=\"33.33%\""));
  CHECK(count_of(svg, "class=\"k4\"") == 2);
}

TEST_CASE("a facet without a width is drawn, its columns as wide as there is room") {
  CHECK(count_of(drawn_for_page("{" + of_two_kinds + R"(, "encoding": {
        "x": {"field": "v", "type": "quantitative"}, "y": {"field": "y", "type": "ordinal"},
        "column": {"field": "k", "type": "nominal"}}})"),
                 "class=\"k4\"") == 2);
}

TEST_CASE("an axis at the right stands at the right end of its plot") {
  const std::string svg =
      drawn_for_page("{" + of_two_kinds + R"(, "encoding": {"x": {"field": "y", "type": "ordinal"},
        "y": {"field": "v", "type": "quantitative", "axis": {"orient": "right"}}}})");
  CHECK(has(svg, "<g aria-hidden=\"true\"><svg x=\"100%\"><line x1=\"0\" x2=\"-100%\""));
  CHECK(count_of(svg, "<svg x=\"100%\">") == 2);
}

TEST_CASE("names that leave a plot too little are broken into lines") {
  const std::string svg = drawn_for_page(R"({"data": {"values": [
    {"p": "総業務時間に占める間接業務時間の割合の減少", "v": 3}, {"p": "乙", "v": 2}]},
    "mark": "bar", "encoding": {"x": {"field": "v", "type": "quantitative"},
    "y": {"field": "p", "type": "nominal", "title": null}}})");
  CHECK(has(svg, "<tspan"));
  CHECK_FALSE(has(svg, "総業務時間に占める間接業務時間の割合の減少</text>"));
  CHECK(has(svg, "width=\"100%\" height"));
}

TEST_CASE("colours that run have their legend with its title and numbers") {
  const std::string svg =
      coloured_by(R"("color": {"field": "v", "type": "quantitative", "title": "値"})");
  CHECK(has(svg, "<p class=\"keys-of\">値</p><div class=\"keys\"><svg"));
  CHECK(has(svg, ">12</text>"));
}

TEST_CASE("classes of colours have their legend with its limits") {
  const std::string svg = coloured_by(
      R"("color": {"field": "v", "type": "quantitative", "title": "値", "scale": {
         "type": "threshold", "domain": [3, 8], "range": ["#dbe6ff", "#7096f8", "#0017c1"]}})");
  const std::string legend = svg.substr(svg.find("<p class=\"keys-of\">"));
  CHECK(count_of(legend, "<rect") == 3);
  CHECK(has(legend, ">8</text>"));
}

TEST_CASE("symbols of several sizes have an entry each in a legend") {
  const std::string svg = drawn_for_page(R"({"data": {"values": [{"v": 1}, {"v": 12}]},
    "mark": "point", "encoding": {"size": {"field": "v", "type": "quantitative", "title": "件数"}}})");
  CHECK(count_of(svg, "<li>") == 7);
  CHECK(has(svg, "</svg>12</li>"));
}

TEST_CASE("symbols in a legend are as transparent as in the picture") {
  const std::string svg = drawn_for_page(R"({"data": {"values": [{"v": 1}, {"v": 12}]},
    "mark": "point", "encoding": {"opacity": {"field": "v", "type": "quantitative"}}})");
  CHECK(has(svg.substr(svg.find("<li>")), " opacity=\"0.3"));
}
