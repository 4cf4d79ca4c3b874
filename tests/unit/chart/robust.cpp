#include <doctest/doctest.h>

#include <limits>

#include "chart/specs.h"
#include "requests.h"

using namespace yokoten;

namespace {

constexpr ChartKind kKinds[] = {ChartKind::bars,  ChartKind::columns, ChartKind::trend,
                                ChartKind::stack, ChartKind::tiles,   ChartKind::progress,
                                ChartKind::strip, ChartKind::points};

// The same values as every shape wants them.
ChartRequest with(ChartKind kind, const std::vector<std::optional<double>>& values) {
  std::vector<ChartDatum> data;
  int place = 0;
  for (const auto& value : values) {
    ++place;
    ChartDatum made = datum("地域" + std::to_string(place), value, "1.0");
    made.series = "部分";
    made.date = "20" + std::to_string(10 + place) + "-04-01";
    made.across = value.value_or(0);
    made.column = made.row = made.narrow_column = made.narrow_row = place;
    data.push_back(made);
  }
  ChartRequest chart = request(kind, data);
  chart.limits = {1, 2};
  return chart;
}

void check_sound(const ChartRequest& chart) {
  const Drawing drawing = draw(chart);
  CAPTURE(static_cast<int>(chart.kind));
  CHECK(has(drawing.svg, "<svg"));
  CHECK(has(drawing.svg, "</svg>"));
  for (const char* bad : {"nan", "NaN", "inf", "e+", "-0\"", "undefined"})
    CHECK_FALSE(has(drawing.svg, bad));
  CHECK(std::holds_alternative<std::string>(render(Json::parse(drawing.spec))));
}

void check_all(const std::vector<std::optional<double>>& values) {
  for (const ChartKind kind : kKinds) check_sound(with(kind, values));
}

}  // namespace

TEST_CASE("every shape is sound without data") { check_all({}); }

TEST_CASE("every shape is sound with one datum") { check_all({12.5}); }

TEST_CASE("every shape is sound when all values are equal") { check_all({3, 3, 3}); }

TEST_CASE("every shape is sound when all values are zero") { check_all({0, 0}); }

TEST_CASE("every shape is sound with missing values only") { check_all({std::nullopt, {}}); }

TEST_CASE("every shape is sound with negative values") { check_all({-5, -1, std::nullopt, 7}); }

TEST_CASE("every shape is sound with huge and tiny numbers") {
  check_all({1e15, -1e15, 1e-300, 5e-324, 1e14});
}

TEST_CASE("every shape is sound with numbers that are none") {
  check_all({std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
             1e308, 4});
}

TEST_CASE("every shape is sound with impossible reference lines and maximum") {
  for (const ChartKind kind : kKinds) {
    ChartRequest chart = with(kind, {1, 2, 3});
    chart.lines = {{std::numeric_limits<double>::quiet_NaN(), "無", ""}, {-3, "負", "2015-02-30"}};
    chart.maximum = 0;
    check_sound(chart);
  }
}

TEST_CASE("the same request gives the same bytes") {
  for (const ChartKind kind : kKinds) {
    const ChartRequest chart = with(kind, {1, 2, 3});
    CHECK(draw(chart).svg == draw(chart).svg);
    CHECK(draw(chart).spec == draw(chart).spec);
  }
}

TEST_CASE("words are escaped wherever they stand") {
  for (const ChartKind kind : kKinds) {
    ChartRequest chart = with(kind, {1, 2});
    chart.description = "<b>\"&'";
    chart.id = "a\"><script>";
    for (ChartDatum& each : chart.data) each.name = each.label = each.series = "<i>&";
    const std::string svg = draw(chart).svg;
    CHECK_FALSE(has(svg, "<i>"));
    CHECK_FALSE(has(svg, "<b>"));
    CHECK_FALSE(has(svg, "<script"));
    CHECK(has(svg, "aria-label=\"&lt;b&gt;&quot;&amp;"));
  }
}

TEST_CASE("a picture says what it shows") {
  for (const ChartKind kind : kKinds)
    CHECK(has(draw(with(kind, {1})).svg, "aria-label=\"米子市24.1%、全国6.0%\""));
}

TEST_CASE("a specification begins with its schema and ends with a line feed") {
  const std::string spec = draw(with(ChartKind::bars, {1})).spec;
  CHECK(spec.starts_with("{\n  \"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\""));
  CHECK(spec.ends_with("}\n"));
}

TEST_CASE("whole numbers stand in a specification without decimals") {
  CHECK(has(draw(with(ChartKind::bars, {30})).spec, "\"value\": 30,"));
}

TEST_CASE("a picture that stands alone brings namespace and both schemes of colour") {
  RenderOptions options;
  options.standalone = true;
  const auto svg = std::get<std::string>(render(spec_of(with(ChartKind::tiles, {1, 2})), options));
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(has(svg, "@media (prefers-color-scheme:dark)"));
  CHECK(has(svg, ">利用申請率（%）</text>"));
  CHECK_FALSE(has(svg, "<div"));
  CHECK_FALSE(has(svg, "$"));
}

TEST_CASE("a light picture knows no dark scheme") {
  RenderOptions options;
  options.standalone = true;
  options.theme = Theme::light;
  const auto svg = std::get<std::string>(render(spec_of(with(ChartKind::bars, {1})), options));
  CHECK_FALSE(has(svg, "prefers-color-scheme"));
  CHECK_FALSE(has(element(svg, "<rect"), "%"));
}
