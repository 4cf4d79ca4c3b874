#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

ChartDatum part(const char* area, const char* name, int order, double value,
                Emphasis emphasis = Emphasis::plain) {
  ChartDatum made = datum(area, value, std::to_string(static_cast<int>(value)), emphasis);
  made.series = name;
  made.part = order;
  return made;
}

ChartRequest phases() {
  auto chart =
      request(ChartKind::stack, {part("鳥取県", "開始", 0, 10), part("鳥取県", "準備", 1, 9),
                                 part("鳥取県", "予定", 2, 1, Emphasis::planned)});
  chart.unit = "団体";
  return chart;
}

ChartDatum tile(const char* name, std::optional<double> value, const char* label, int column) {
  ChartDatum made = datum(name, value, label);
  made.column = column;
  made.row = 1;
  made.narrow_column = 1;
  made.narrow_row = column;
  made.link = "areas/x/";
  return made;
}

ChartRequest map() {
  auto chart =
      request(ChartKind::tiles, {tile("鳥取県", 24.7, "24.7", 1), tile("島根県", 2.5, "2.5", 2),
                                 tile("神奈川県", 4, "4.0", 3)});
  chart.limits = {4, 6, 8, 10};
  return chart;
}

}  // namespace

TEST_CASE("parts of a stack follow each other to the end") {
  const std::string svg = draw(phases()).svg;
  CHECK(has(svg, "<rect class=\"k5 gap\" x=\"0\" y=\"19\" width=\"50%\" height=\"36\"/>"));
  CHECK(has(svg, "<rect class=\"k3 gap\" x=\"50%\" y=\"19\" width=\"45%\" height=\"36\"/>"));
  CHECK(has(svg, "<rect class=\"late\" x=\"95%\" y=\"19\" width=\"5%\" height=\"36\"/>"));
}

TEST_CASE("a part below six percent bears no number") {
  const std::string svg = draw(phases()).svg;
  CHECK(has(svg, ">10</text>"));
  CHECK_FALSE(has(svg, ">1</text>"));
}

TEST_CASE("a stack names its area and the whole above the bar") {
  const std::string svg = draw(phases()).svg;
  CHECK(has(svg, "<text class=\"b\" x=\"0\" y=\"12\">鳥取県</text>"));
  CHECK(has(svg, "<text class=\"e s\" x=\"100%\" y=\"12\">20団体</text>"));
}

TEST_CASE("the whole of shares that are no counts is not written") {
  ChartRequest chart = phases();
  chart.data[0].value = 10.5;
  CHECK_FALSE(has(draw(chart).svg, "団体</text>"));
}

TEST_CASE("the parts of a stack are explained by keys below it") {
  const std::string svg = draw(phases()).svg;
  CHECK(has(svg, "<ul class=\"keys\"><li>"));
  CHECK(has(svg, "</svg>開始</li>"));
}

TEST_CASE("parts are ordered by their number and not by their coming") {
  ChartRequest chart = phases();
  std::swap(chart.data[0], chart.data[1]);
  CHECK(has(draw(chart).svg, "<rect class=\"k5 gap\" x=\"0\""));
}

TEST_CASE("a map has a wide and a narrow drawing") {
  const std::string svg = draw(map()).svg;
  CHECK(svg.starts_with("<div class=\"map\">"));
  CHECK(has(svg, "<svg class=\"chart wide\" viewBox=\"0 0 138 46\" width=\"138\" role=\"group\""));
  CHECK(has(svg, "<svg class=\"chart narrow\" viewBox=\"0 0 47 141\" width=\"47\" role=\"group\""));
}

TEST_CASE("a tile is a link of 44 pixels with name and value") {
  CHECK(has(draw(map()).svg,
            "<a class=\"tile\" href=\"areas/x/\" aria-label=\"島根県 2.5\"><rect class=\"k1\" "
            "x=\"47\" y=\"1\" width=\"44\" height=\"44\" rx=\"4\"/><text class=\"m nm\" x=\"69\" "
            "y=\"19\">島根</text><text class=\"m v\" x=\"69\" y=\"37\">2.5</text></a>"));
}

TEST_CASE("a value on a limit belongs to the class above it") {
  CHECK(has(draw(map()).svg, "<rect class=\"k2\" x=\"93\""));
}

TEST_CASE("a name of three letters is smaller") {
  CHECK(has(draw(map()).svg, "<text class=\"m nm3\" x=\"115\" y=\"19\">神奈川</text>"));
}

TEST_CASE("a tile without a value is pale and bears a dash") {
  ChartRequest chart = map();
  chart.data[1].value.reset();
  const std::string svg = draw(chart).svg;
  CHECK(has(svg, "<rect class=\"late\" x=\"47\""));
  CHECK(has(svg, ">—</text>"));
}

TEST_CASE("the legend of a map counts its tiles from the highest class down") {
  const std::string svg = draw(map()).svg;
  CHECK(svg.find(">10以上<") < svg.find(">8–10未満<"));
  CHECK(svg.find(">6–8未満<") < svg.find(">4未満<"));
  CHECK(count_of(svg, "y=\"15\">1</text>") == 3);
}

TEST_CASE("a tile without a link is no link") {
  ChartRequest chart = map();
  chart.data[0].link.clear();
  CHECK(has(draw(chart).svg, "<g class=\"tile\"><rect class=\"k5\""));
}

TEST_CASE("fewer classes still reach from the lightest to the darkest") {
  ChartRequest chart = map();
  chart.limits = {5};
  const std::string svg = draw(chart).svg;
  CHECK(has(svg, "class=\"k1\""));
  CHECK(has(svg, "class=\"k5\""));
}

TEST_CASE("a map of a fixed width is scaled as a whole") {
  RenderOptions options;
  options.standalone = true;
  options.width = 276;
  const auto svg = std::get<std::string>(render(Json::parse(draw(map()).spec), options));
  CHECK(has(element(svg, "<svg"), " width=\"276\""));
  CHECK(has(element(svg, "<svg"), "viewBox=\"0 0 138 "));
}
