#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

ChartRequest share(double value, double target, const char* words) {
  auto chart = request(ChartKind::progress, {datum("", value, "")});
  chart.lines = {{target, words, ""}};
  chart.maximum = 100;
  return chart;
}

ChartRequest peers() {
  return request(ChartKind::strip,
                 {datum("島根県", 0, "0.0"), datum("京都府", 50, "50.0", Emphasis::self),
                  datum("岡山県", 25, "25.0"), datum("鳥取県", 100, "100.0")});
}

ChartRequest scatter() {
  auto chart = request(ChartKind::points,
                       {datum("甲", 20, "20.0"), datum("米子市", 60, "60.0", Emphasis::self),
                        datum("乙", 40, "40.0", Emphasis::other)});
  chart.data[0].across = 0;
  chart.data[1].across = 400;
  chart.data[2].across = 100;
  chart.lines = {{30, "基準 30%", ""}};
  chart.across_title = "事業所数";
  return chart;
}

}  // namespace

TEST_CASE("a progress bar is its share of the whole") {
  const std::string svg = draw(share(5.3, 50, "2026年目標 50%")).svg;
  CHECK(has(svg, "height=\"46\""));
  CHECK(has(element(svg, "<rect class=\"track\""), "width=\"100%\" height=\"12\""));
  CHECK(has(element(svg, "<rect class=\"bar\""), "width=\"5.3%\""));
  CHECK(has(element(svg, "<line class=\"mark\""), "x1=\"50%\" x2=\"50%\" y1=\"0\" y2=\"24\""));
}

TEST_CASE("the words of a target lean inward at both ends") {
  CHECK(has(draw(share(5, 50, "2026年目標 50%")).svg, "<text class=\"m\" x=\"50%\" y=\"42\">"));
  CHECK(has(draw(share(5, 100, "2025年度 全団体")).svg, "<text class=\"e\" x=\"100%\" y=\"42\">"));
  CHECK(has(draw(share(5, 3, "2025年度 3%")).svg, "<text x=\"0\" y=\"42\">"));
}

TEST_CASE("more than the whole fills the track and no more") {
  CHECK(has(element(draw(share(250, 50, "50%")).svg, "<rect class=\"bar\""), "width=\"100%\""));
}

TEST_CASE("without a value there is the track and the target") {
  ChartRequest chart = share(5, 50, "50%");
  chart.data[0].value.reset();
  const std::string svg = draw(chart).svg;
  CHECK_FALSE(has(svg, "class=\"bar\""));
  CHECK(has(svg, "class=\"track\""));
  CHECK(has(svg, "class=\"mark\""));
}

TEST_CASE("a strip has one tick a peer and the own one stands out") {
  const std::string svg = draw(peers()).svg;
  CHECK(has(svg, "height=\"58\""));
  CHECK(count_of(svg, "<line class=\"tick\"") == 3);
  CHECK(has(element(svg, "<line class=\"tick on\""), "x1=\"50%\""));
}

TEST_CASE("a strip names both ends above and the own place bold below") {
  const std::string svg = draw(peers()).svg;
  CHECK(has(svg, "<text class=\"s\" x=\"0\" y=\"12\">島根県 0.0</text>"));
  CHECK(has(svg, "<text class=\"e s\" x=\"100%\" y=\"12\">鳥取県 100.0</text>"));
  CHECK(has(svg, "<text class=\"m b\" x=\"50%\" y=\"54\">京都府 50.0</text>"));
}

TEST_CASE("the own place at an end is bold there and the nation stands below") {
  ChartRequest chart = peers();
  chart.data[1].emphasis = Emphasis::plain;
  chart.data[3].emphasis = Emphasis::self;
  chart.data.push_back(datum("全国", 40, "40.0", Emphasis::nation));
  const std::string svg = draw(chart).svg;
  CHECK(has(svg, "<text class=\"e b\" x=\"100%\" y=\"12\">鳥取県 100.0</text>"));
  CHECK(has(svg, "y=\"54\">全国 40.0</text>"));
}

TEST_CASE("points have a grid and the emphasised ones a name") {
  const std::string svg = draw(scatter()).svg;
  CHECK(count_of(svg, "class=\"gridl\"") >= 2);
  CHECK(count_of(svg, "<circle class=\"dot\"") == 2);
  CHECK(count_of(svg, "<circle class=\"dot-s\"") == 1);
  CHECK(has(svg, ">乙 40.0</text>"));
  CHECK_FALSE(has(svg, ">甲 20.0</text>"));
}

TEST_CASE("a name in the right half stands left of its point") {
  CHECK(has(element(draw(scatter()).svg, "<text class=\"e b\""), "dx=\"-14\""));
}

TEST_CASE("labels of shares bear the percent sign and x its title") {
  const std::string svg = draw(scatter()).svg;
  CHECK(has(svg, ">40%</text>"));
  CHECK(has(svg, ">事業所数</text>"));
}
