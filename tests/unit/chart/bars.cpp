#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

ChartRequest three() {
  return request(ChartKind::bars, {datum("米子市", 20, "20.0", Emphasis::self),
                                   datum("鳥取県", 10, "10.0", Emphasis::other),
                                   datum("全国", 5, "5.0", Emphasis::nation)});
}

ChartRequest ranking() {
  std::vector<ChartDatum> data;
  for (int i = 1; i <= 47; ++i)
    data.push_back(datum(std::to_string(i) + " 県" + std::to_string(i), 50 - i, "9.9"));
  return request(ChartKind::bars, data);
}

}  // namespace

TEST_CASE("the longest bar takes the whole plot and another its share") {
  const std::string svg = draw(three()).svg;
  CHECK(has(element(svg, "<rect class=\"self\""), "width=\"100%\""));
  CHECK(has(element(svg, "<rect class=\"oth\""), "width=\"50%\""));
  CHECK(has(element(svg, "<rect class=\"mk\""), "width=\"25%\""));
}

TEST_CASE("the place of the page has a bold name") {
  const std::string svg = draw(three()).svg;
  CHECK(has(svg, "<text class=\"b\" x=\"0\" y=\"25\">米子市</text>"));
  CHECK(has(svg, "<text x=\"0\" y=\"65\">鳥取県</text>"));
}

TEST_CASE("a few bars stand 40 pixels apart and many 24") {
  CHECK(has(draw(three()).svg, "height=\"120\""));
  CHECK(has(draw(ranking()).svg, "height=\"1128\""));
}

TEST_CASE("a bar picture is as wide as its container and has no inline style") {
  const std::string svg = draw(three()).svg;
  CHECK(svg.starts_with("<svg class=\"chart\" width=\"100%\""));
  CHECK_FALSE(has(svg, "style="));
  CHECK_FALSE(has(svg, "viewBox"));
}

TEST_CASE("bars are cut at zero by a clip that bears the name of the chart") {
  const std::string svg = draw(three()).svg;
  CHECK(has(svg, "<clipPath id=\"sample-above\">"));
  CHECK(has(svg, "clip-path=\"url(#sample-above)\""));
}

TEST_CASE("the value stands six pixels behind its bar") {
  // The end of the longest bar is 100 % less the room right of the plot.
  const std::string text = element(draw(three()).svg, "<text class=\"b\" x=\"100%\"");
  CHECK(has(text, "dx=\"-"));
}

TEST_CASE("a reference line is dashed and has its words above the plot") {
  ChartRequest chart = three();
  chart.lines = {{40, "基準 40", ""}};
  const std::string svg = draw(chart).svg;
  CHECK(has(element(svg, "<line class=\"dash\""), "y2=\"140\""));
  CHECK(has(svg, "y=\"12\">基準 40</text>"));
}

TEST_CASE("values stand before the bars where a line would run through them") {
  ChartRequest chart = three();
  chart.lines = {{21, "基準 21", ""}};
  CHECK(has(draw(chart).svg, "<text class=\"e b\""));
  chart.lines = {{200, "基準 200", ""}};
  CHECK_FALSE(has(draw(chart).svg, "<text class=\"e b\""));
}

TEST_CASE("the rank of a long ranking is parted from the name") {
  const std::string svg = draw(ranking()).svg;
  CHECK(has(svg, ">12</text>"));
  CHECK(has(svg, ">県12</text>"));
  CHECK_FALSE(has(svg, ">12 県12<"));
}

TEST_CASE("a missing value is a word and no bar") {
  ChartRequest chart = three();
  chart.data[1].value.reset();
  chart.data[1].label = "未公表";
  const std::string svg = draw(chart).svg;
  CHECK(count_of(svg, "<rect class=\"oth\"") == 0);
  CHECK(has(svg, ">未公表</text>"));
}

TEST_CASE("two places of one name are two rows") {
  const auto svg =
      draw(request(ChartKind::bars, {datum("府中市", 1, "1"), datum("府中市", 2, "2")})).svg;
  CHECK(has(svg, "height=\"80\""));
  CHECK(count_of(svg, "府中市") == 2);
}

TEST_CASE("a negative bar begins at zero and goes left") {
  const auto svg = draw(request(ChartKind::bars, {datum("甲", -5, "−5"), datum("乙", 5, "5")})).svg;
  CHECK(has(svg, "clip-path=\"url(#sample-below)\""));
  CHECK(has(element(svg, "<rect class=\"bar\" x=\"50%\""), "width=\"50%\""));
}

TEST_CASE("a planned bar is an outline") {
  const auto svg = draw(request(ChartKind::bars, {datum("甲", 5, "5", Emphasis::planned)})).svg;
  CHECK(has(svg, "<rect class=\"plan\""));
}

TEST_CASE("a bar with a link is a link with its description") {
  ChartRequest chart = three();
  chart.data[0].link = "../31/312029/";
  const std::string svg = draw(chart).svg;
  CHECK(has(svg, "<a href=\"../31/312029/\" aria-label=\"米子市 20.0\"><rect class=\"self\""));
  CHECK(has(svg, "role=\"group\""));
  CHECK(count_of(svg, "<a ") == 1);
}

TEST_CASE("a fixed width turns every place into pixels") {
  const auto spec = Json::parse(draw(three()).spec);
  RenderOptions options;
  options.width = 500;
  const std::string svg = std::get<std::string>(render(spec, options));
  CHECK(has(svg, "viewBox=\"0 0 500 120\" width=\"500\""));
  CHECK_FALSE(has(element(svg, "<rect"), "%"));
  CHECK_FALSE(has(svg, "clipPath"));
}
