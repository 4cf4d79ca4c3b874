#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

ChartRequest periods() {
  auto chart = request(ChartKind::columns, {datum("23下", 50, "50"), datum("24上", 100, "100"),
                                            datum("24下", 200, "200", Emphasis::planned)});
  chart.lines = {{200, "全200団体", ""}};
  return chart;
}

ChartDatum moment(const char* date, std::optional<double> value, const char* name) {
  ChartDatum made = datum(name, value, value ? std::to_string(static_cast<int>(*value)) : "");
  made.date = date;
  return made;
}

ChartRequest centres() {
  auto chart = request(ChartKind::trend,
                       {moment("2024-03-31", 5, "2023年度"), moment("2024-07-01", 21, "2024年7月"),
                        moment("2024-12-01", 30, "2024年12月")});
  chart.lines = {{47, "2026年の目標 47", "2026-12-31"}};
  return chart;
}

}  // namespace

TEST_CASE("a column is as high as its share of the plot") {
  const std::string svg = draw(periods()).svg;
  CHECK(has(element(svg, "<rect class=\"bar\""), "y=\"165\""));
  CHECK(has(element(svg, "<rect class=\"bar\""), "height=\"47\""));
}

TEST_CASE("planned columns are outlines and say so in words") {
  const std::string svg = draw(periods()).svg;
  CHECK(count_of(svg, "<rect class=\"plan\"") == 1);
  CHECK(count_of(svg, ">予定</text>") == 1);
}

TEST_CASE("columns keep the order in which they came") {
  const std::string svg = draw(periods()).svg;
  CHECK(svg.find(">23下<") < svg.find(">24上<"));
  CHECK(svg.find(">24上<") < svg.find(">24下<"));
}

TEST_CASE("a column without a value is a dash at the axis") {
  ChartRequest chart = periods();
  chart.data[1].value.reset();
  const std::string svg = draw(chart).svg;
  CHECK(count_of(svg, "<rect class=\"bar\"") == 1);
  CHECK(has(svg, ">—</text>"));
}

TEST_CASE("of many wide columns only the ends are labelled") {
  std::vector<ChartDatum> data;
  for (int i = 0; i < 20; ++i) data.push_back(datum(std::to_string(i), 1000 + i, "1,000"));
  CHECK(count_of(draw(request(ChartKind::columns, data)).svg, ">1,000<") == 2);
}

TEST_CASE("a trend joins its points and dots the way to the target") {
  const std::string svg = draw(centres()).svg;
  CHECK(count_of(svg, "<line class=\"ln\"") == 2);
  CHECK(count_of(svg, "<line class=\"ln d\"") == 1);
  CHECK(count_of(svg, "<circle class=\"dot-s\"") == 3);
  CHECK(count_of(svg, "<circle class=\"plan\"") == 1);
}

TEST_CASE("the number of a point is bold behind its name") {
  CHECK(has(draw(centres()).svg, ">2024年12月 <tspan class=\"b\">30</tspan></text>"));
}

TEST_CASE("a trend draws lines that stretch and no paths") {
  const std::string svg = draw(centres()).svg;
  CHECK_FALSE(has(svg, "<path"));
  CHECK_FALSE(has(svg, "<polyline"));
  CHECK(has(element(svg, "<line class=\"ln\""), "x1=\"5."));
}

TEST_CASE("one datum is one point and no line") {
  const std::string svg =
      draw(request(ChartKind::trend, {moment("2024-09-13", 6, "2024年9月")})).svg;
  CHECK(count_of(svg, "<circle") == 1);
  CHECK_FALSE(has(svg, "class=\"ln"));
}

TEST_CASE("a missing value leaves a gap in the line") {
  ChartRequest chart = centres();
  chart.lines.clear();
  chart.data.push_back(moment("2025-07-01", 40, "2025年7月"));
  chart.data[1].value.reset();
  CHECK(count_of(draw(chart).svg, "<line class=\"ln\"") == 1);
}

TEST_CASE("what has no date does not stand on the time axis") {
  ChartRequest chart = centres();
  chart.data[0].date = "昨年";
  CHECK(count_of(draw(chart).svg, "<circle class=\"dot-s\"") == 2);
}

TEST_CASE("the time axis has two to four labels in Japanese") {
  for (const char* last : {"2024-12-01", "2027-01-01", "2060-01-01"}) {
    CAPTURE(last);
    const std::string svg =
        draw(request(ChartKind::trend, {moment("2024-03-01", 1, "始"), moment(last, 2, "終")})).svg;
    const int labels = count_of(svg, "年</text>") + count_of(svg, "月</text>");
    CHECK(labels >= 2);
    CHECK(labels <= 4);
  }
}
