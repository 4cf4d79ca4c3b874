#include <doctest/doctest.h>

#include "chart/json.h"
#include "requests.h"

using namespace yokoten;

namespace {

Drawing drawn_of_times(const std::string& rest) {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = R"({"data": {"values": [{"d": "2023-04-01", "k": "甲", "v": 3},
      {"d": "2024-04-01", "k": "乙", "v": 4}]}, )" +
              rest + "}";
  Drawing drawing = chart::draw(made);
  if (drawing.problem) FAIL(drawing.problem->pointer << ": " << drawing.problem->message.en);
  return drawing;
}

/// A picture of points by these channels.
std::string points_by(const std::string& encoding) {
  return drawn_of_times(R"("mark": "point", "encoding": {)" + encoding + "}").svg;
}

const std::string x_of_days = R"("x": {"field": "d", "type": "temporal")";
const std::string y_of_figures = R"("y": {"field": "v", "type": "quantitative"})";
const std::string english_day = "Apr 01, 2023", own_day = "2023年4月1日";

}  // namespace

TEST_CASE("an axis with a format of its own leaves texts in the language of the page") {
  const std::string svg = drawn_of_times(R"("mark": "text", "encoding": {)" + x_of_days +
                                         R"(, "axis": {"format": "%Y年"}}, )" + y_of_figures +
                                         R"(, "text": {"field": "d", "type": "temporal"}})")
                              .svg;
  CHECK_FALSE(has(svg, english_day));
  CHECK(has(svg, own_day));
}

TEST_CASE("a format of one axis leaves the other in the language of the page") {
  const std::string svg = points_by(x_of_days + R"(, "axis": {"format": "%y"}},
      "y": {"field": "d", "type": "temporal"})");
  CHECK(has(svg, "2024年"));
  CHECK_FALSE(has(svg, "July"));
}

TEST_CASE("headers over columns of times are in the language of the page") {
  const std::string svg =
      points_by(y_of_figures + R"(, "column": {"field": "d", "type": "temporal"})");
  CHECK_FALSE(has(svg, "Apr"));
  CHECK(has(svg, "年4月"));
}

TEST_CASE("a legend of times is in the language of the page") {
  const std::string svg =
      points_by(y_of_figures + R"(, "color": {"field": "d", "type": "temporal"})");
  CHECK_FALSE(has(svg, english_day));
  CHECK(has(svg, own_day));
}

TEST_CASE("what is read aloud of times is in the language of the page") {
  const std::string described =
      points_by(y_of_figures + R"(, "description": {"field": "d", "type": "temporal"})");
  CHECK(has(described, own_day));
  const std::string titled =
      points_by(x_of_days + "}, " + y_of_figures + R"(, "tooltip": {"field": "k"})");
  CHECK_FALSE(has(titled, english_day));
  CHECK(has(titled, own_day));
}

TEST_CASE("categories and texts that are formatted as times without a format are whole dates") {
  const std::string svg = points_by(R"("x": {"field": "d", "type": "ordinal", "axis": {
      "formatType": "time", "labelAngle": 0}}, "description": {"field": "d", "type": "nominal",
      "formatType": "time"})");
  CHECK_FALSE(has(svg, "April"));
  CHECK_FALSE(has(svg, english_day));
  CHECK(count_of(svg, own_day) >= 2);
}

TEST_CASE("an axis that one layer leaves out does not come back by the page's forms of times") {
  const auto labels = [](const std::string& first, const std::string& second) {
    const std::string svg =
        drawn_of_times(R"("layer": [{"mark": "point", "encoding": {)" + x_of_days + first + "}, " +
                       y_of_figures + R"(}}, {"mark": "line", "encoding": {)" + x_of_days + second +
                       "}, " + y_of_figures + "}}]")
            .svg;
    return count_of(svg, "2024年");
  };
  CHECK(labels(R"(, "axis": null)", "") == 0);
  CHECK(labels("", R"(, "axis": null)") == 0);
  CHECK(labels(R"(, "axis": {"grid": false})", R"(, "axis": null)") > 0);
}

TEST_CASE("forms by unit go before a format that a later layer says") {
  const auto first = [](const std::string& format) {
    return R"({"mark": "point", "encoding": {)" + x_of_days + R"(, "axis": {"format": )" + format +
           "}}, " + y_of_figures + "}}";
  };
  const std::string of_units = first(R"({"year": "%Y年", "month": "%Y年%-m月"})");
  const std::string of_all = first(R"("%y/%m")");
  CHECK(has(drawn_of_times(R"("layer": [)" + of_units + ", " + of_all + "]").svg, "2024年"));
  CHECK(has(drawn_of_times(R"("layer": [)" + of_all + ", " + of_units + "]").svg, "24/01"));
}

TEST_CASE("an axis keeps what the layers above say of it when it takes the page's forms") {
  const std::string svg = drawn_of_times(R"("encoding": {"x": {"type": "temporal",
      "axis": {"labelColor": "#c00"}}}, "layer": [{"mark": "point", "encoding": {
      "x": {"field": "d"}, )" + y_of_figures +
                                         "}}]")
                              .svg;
  CHECK(has(svg, "#c00"));
  CHECK(has(svg, "2024年"));
}

TEST_CASE("brackets that nest too deep are told as such") {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = R"({"usermeta": )" + std::string(600, '[') + std::string(600, ']') + "}";
  const Drawing drawing = chart::draw(made);
  REQUIRE(drawing.problem);
  CHECK(drawing.problem->message.en == "its brackets nest too deep");
}
