#include <doctest/doctest.h>

#include "base/colour.h"
#include "chart/json.h"
#include "requests.h"

using namespace yokoten;

namespace {

Drawing drawn_as(const std::string& spec) {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = spec;
  Drawing drawing = chart::draw(made);
  if (drawing.problem) FAIL(drawing.problem->pointer << ": " << drawing.problem->message.en);
  return drawing;
}

/// Bars with what else the specification says, and what they are encoded by besides x and y.
Drawing bar_look(const std::string& more, const std::string& encoding = "",
                 const std::string& name = "甲") {
  return drawn_as(R"({"data": {"values": [{"p": ")" + name + R"(", "k": "あり", "v": 3},
      {"p": "乙", "k": "なし", "v": 5}]}, "mark": "bar")" +
                  more + R"(, "encoding": {"x": {"field": "p", "type": "nominal",
      "title": "サービス"}, "y": {"field": "v", "type": "quantitative"})" +
                  encoding + "}}");
}

/// The specification of a line over days, with these words of the axis and this text.
Json over_times(const std::string& axis, const std::string& text = "", ChartWords words = {}) {
  ChartRequest made = request(ChartKind::written, {});
  made.words = std::move(words);
  made.spec = R"({"data": {"values": [{"d": "2023-04-01", "v": 3}, {"d": "2024-04-01", "v": 4},
      {"d": "2025-04-01", "v": 5}]}, "mark": "line", "encoding": {"x": {"field": "d",
      "type": "temporal")" +
              axis + R"(}, "y": {"field": "v", "type": "quantitative"})" + text + "}}";
  return Json::parse(chart::draw(made).spec);
}

const Json* format_of_x(const Json& spec) {
  const Json* axis = spec.find("encoding")->find("x")->find("axis");
  return axis == nullptr ? nullptr : axis->find("format");
}

Json config_of(const Drawing& drawing) { return *Json::parse(drawing.spec).find("config"); }

std::string rule_of(const std::string& mark) {
  return drawn_as(R"({"data": {"values": [{"v": 5}]}, "mark": )" + mark +
                  R"(, "encoding": {"y": {"field": "v", "type": "quantitative"}}})")
      .svg;
}

}  // namespace

TEST_CASE("a rule without a colour follows the page into the dark, and so do black and white") {
  CHECK(has(rule_of(R"("rule")"), "class=\"mark\""));
  for (const std::string colour : {"black", "#000", "#333"})
    CHECK(has(rule_of(R"({"type": "rule", "color": ")" + colour + "\"}"), "class=\"mark\""));
  CHECK(has(rule_of(R"({"type": "rule", "color": "white"})"), "class=\"gap\""));
  CHECK(has(rule_of(R"({"type": "rule", "color": "#888"})"), "class=\"axis\""));
}

TEST_CASE("two colours of data that are other words for one of the page's stay apart") {
  const std::string two = bar_look("", R"(, "color": {"field": "k", "type": "nominal",
      "scale": {"range": ["#333", "black"]}})")
                              .svg;
  CHECK(count_of(two, "fill=\"#333\"") > 0);
  CHECK(count_of(two, "fill=\"black\"") > 0);
  const std::string one = bar_look("", R"(, "color": {"value": "#333"})").svg;
  CHECK(count_of(one, "fill=\"#333\"") == 0);
}

TEST_CASE("a config of the author goes before the house's, property by property") {
  const Json config = config_of(bar_look(R"(, "config": {"axis": {"grid": false}, "bar": {"color":
      "#0b6"}})"));
  CHECK_FALSE(config.find("axis")->find("grid")->truth());
  CHECK(config.find("axis")->find("labelFontSize")->number() == 14);
  CHECK(config.find("background")->is_null());
  CHECK(*config.find("bar")->find("color") == "#0b6");
}

TEST_CASE("a config that says nothing of colours leaves the house's") {
  CHECK(has(bar_look(R"(, "config": {"axis": {"grid": false}})").svg, "class=\"k4\""));
}

TEST_CASE("series have colours that stand off light and dark pages") {
  const Json config = config_of(bar_look(""));
  const Json& colours = *config.find("range")->find("category");
  CHECK(colours.size() == 10);
  for (const Json& colour : colours) {
    const auto read = parse_colour(colour.text());
    REQUIRE(read);
    CHECK(contrast(*read, {0xFF, 0xFF, 0xFF}) >= 3);
    CHECK(contrast(*read, {0x1A, 0x1A, 0x1A}) >= 3);
  }
  CHECK(has(bar_look("", R"(, "color": {"field": "k", "type": "nominal"})").svg, "#C74700"));
}

TEST_CASE("the title of an axis stands beyond names of any length") {
  const std::string name = "定期巡回・随時対応型訪問介護看護（一体型および連携型の事業所のすべて）";
  const std::string svg = bar_look("", "", name).svg;
  const std::size_t at = svg.find(">サービス</text>");
  REQUIRE(at != std::string::npos);
  const std::size_t y = svg.rfind(" y=\"", at);
  CHECK(std::stod(svg.substr(y + 4)) > 300 + 14 * 34);
}

TEST_CASE("headers of columns are broken into lines that fit over their cells on pages") {
  const std::string svg = drawn_as(R"({"data": {"values": [
      {"s": "介護老人福祉施設（特別養護老人ホーム）", "k": "1月", "v": 1},
      {"s": "認知症対応型共同生活介護", "k": "1月", "v": 3}]}, "mark": "bar", "encoding": {
      "column": {"field": "s", "type": "nominal"}, "x": {"field": "k", "type": "nominal"},
      "y": {"field": "v", "type": "quantitative"}}})")
                              .svg;
  CHECK_FALSE(has(svg, ">介護老人福祉施設（特別養護老人ホーム）</text>"));
  CHECK(has(svg, "<tspan"));
}

TEST_CASE("an axis of times that says no format writes them in the language of the page") {
  CHECK(*format_of_x(over_times(""))->find("quarter") == "%Y年%-m月");
  ChartWords english;
  english.month = "%b %Y";
  CHECK(*format_of_x(over_times("", "", english))->find("month") == "%b %Y");
}

TEST_CASE("a format that the author says of times stays") {
  CHECK(*format_of_x(over_times(R"(, "axis": {"format": "%y"})")) == "%y");
  CHECK(format_of_x(over_times(R"(, "axis": {"labelExpr": "datum.label + '度'"})")) == nullptr);
}

TEST_CASE("a tooltip of times says whole dates in the language of the page") {
  const Json spec =
      over_times("", R"(, "tooltip": [{"field": "v"}, {"field": "d", "type": "temporal"}])");
  CHECK(*(*spec.find("encoding")->find("tooltip"))[1].find("format") == "%Y年%-m月%-d日");
}

TEST_CASE("the labels of years that begin in April are not all alike") {
  const std::string svg = drawn_as(R"({"data": {"values": [{"d": "2023-04-01", "v": 3},
      {"d": "2025-04-01", "v": 5}]}, "mark": "line", "encoding": {"x": {"field": "d",
      "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}})")
                              .svg;
  CHECK_FALSE(has(svg, "April"));
}

TEST_CASE("ticks of a picture with a width of its own are decided for a page's column") {
  const auto shown = [](const std::string& width) {
    const std::string svg = drawn_as(R"({"data": {"values": [{"d": "2021-04-01", "v": 3},
        {"d": "2025-04-01", "v": 5}]}, "width": )" +
                                     width + R"(, "mark": "line", "encoding": {"x": {"field": "d",
        "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}})")
                                .svg;
    return svg;
  };
  CHECK(shown("900") == shown("\"container\""));
  CHECK(shown("120") == shown("\"container\""));
}
