#include <doctest/doctest.h>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/picture.h"
#include "requests.h"

using namespace yokoten;

namespace {

ChartDatum dated(const char* date, double value, const char* label,
                 Emphasis emphasis = Emphasis::plain) {
  ChartDatum made = datum(date, value, label, emphasis);
  made.date = date;
  return made;
}

ChartDatum tile(const char* name, int column, double value) {
  ChartDatum made = datum(name, value, "5.1");
  made.column = made.narrow_column = column;
  made.row = made.narrow_row = 1;
  return made;
}

ChartDatum part(const char* area, const char* name, int order, double value) {
  ChartDatum made = datum(area, value, std::to_string(static_cast<int>(value)));
  made.series = name;
  made.part = order;
  return made;
}

}  // namespace

TEST_CASE("a trend is one line that is stretched with its column") {
  const std::string svg = chart::draw(request(ChartKind::trend, {dated("2024-01-01", 5, "5"),
                                                                 dated("2024-07-01", 21, "21")}))
                              .svg;
  CHECK(has(svg, "preserveAspectRatio=\"none\""));
  CHECK(count_of(svg, "<circle") == 2);
}

TEST_CASE("a gap in a trend stays a gap") {
  auto made = request(ChartKind::trend, {dated("2024-01-01", 5, "5"), dated("2024-04-01", 7, "7"),
                                         dated("2024-07-01", 9, "9"), dated("2024-10-01", 9, "9")});
  made.data[2].value.reset();
  const std::string svg = chart::draw(made).svg;
  CHECK(count_of(svg.substr(0, svg.find("</path>")), "M") >= 1);
  CHECK(count_of(svg, "<circle") == 3);
}

TEST_CASE("a trend calls no older value the latest, but says why there is none") {
  auto made =
      request(ChartKind::trend, {dated("2024-01-01", 5, "5"), dated("2024-07-01", 9, "秘匿")});
  made.data[1].value.reset();
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "最新は2024-07-01 秘匿。"));
  CHECK_FALSE(has(svg, "最新は2024-01-01"));
}

TEST_CASE("a trend below zero has a line at zero and none at its lowest value") {
  const std::string svg =
      chart::draw(request(ChartKind::trend,
                          {dated("2024-03-31", -5, "−5.0"), dated("2025-03-31", -5, "−5.0"),
                           dated("2026-03-31", -4.9, "−4.9")}))
          .svg;
  CHECK(count_of(svg, "class=\"axis\"") == 1 + 2);  // zero and two ticks
  CHECK(has(svg, ">0</text>"));
  CHECK(count_of(svg, ">−5.0</tspan>") == 1);  // the other would stand among the years
}

TEST_CASE("an axis of fiscal years names them at their first days") {
  auto made = request(ChartKind::trend, {dated("2021-04-01", 5, "5"), dated("2022-04-01", 7, "7"),
                                         dated("2023-04-01", 9, "9"), dated("2024-04-01", 9, "9")});
  made.years_from = 4;
  const std::string spec = chart::draw(made).spec;
  CHECK(has(spec, "\"format\": \"%Y年度\""));
  CHECK(has(spec, "\"values\": [\"2021-04-01\", \"2022-04-01\""));
  CHECK(has(spec, "\"date\": \"2021-04-01\""));
}

TEST_CASE("the words of a trend's newest point are apart from those of its target and its line") {
  auto made = request(ChartKind::trend, {});
  for (int year = 0; year < 6; ++year)
    made.data.push_back(dated(("20" + std::to_string(19 + year) + "-04-01").c_str(),
                              4.8 + 0.6 * year, year < 5 ? "" : "7.8"));
  made.data.back().name = "2024年度";
  made.lines = {{8, "2026年目標 8%以上", "2026-04-01"}};
  const auto height_of = [&](const char* word) {
    const std::string svg = chart::draw(made).svg;
    const std::string label = svg.substr(0, svg.find(word));
    const std::size_t at = label.rfind("<text");
    return std::stod(label.substr(label.find(" y=\"", at) + 4));
  };
  CHECK(height_of(">7.8<") > height_of(">2026年目標") + 30);
}

TEST_CASE("the way to a target is dotted and its end is outlined") {
  auto made =
      request(ChartKind::trend, {dated("2024-01-01", 5, "5"), dated("2024-12-01", 30, "30")});
  made.lines = {{47, "2026年目標 47", "2027-03-31"}};
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "stroke-dasharray=\"2 5\""));
  CHECK(has(svg, "class=\"bg s4\""));
}

TEST_CASE("planned columns are outlined and say so") {
  const std::string svg =
      chart::draw(request(ChartKind::columns, {datum("24上", 599, "599"),
                                               datum("24下", 1372, "1,372", Emphasis::planned)}))
          .svg;
  CHECK(count_of(svg, "class=\"bg s4\"") == 1);
  CHECK(count_of(svg, ">予定</text>") == 1);
}

TEST_CASE("planned columns that stand too close for the word say it once") {
  auto made =
      request(ChartKind::columns,
              {datum("a", 1, "1"), datum("b", 2, "2"), datum("c", 3, "3"), datum("d", 4, "4"),
               datum("e", 5, "5", Emphasis::planned), datum("f", 6, "6", Emphasis::planned),
               datum("g", 7, "7", Emphasis::planned)});
  CHECK(count_of(chart::draw(made).svg, ">予定</text>") == 3);
  made.words.planned = "planned";
  CHECK(count_of(chart::draw(made).svg, ">planned</text>") == 1);
}

TEST_CASE("columns whose names have no room below them lie down as bars") {
  std::vector<ChartDatum> data;
  for (const char* name : {"要支援1", "要支援2", "要介護1", "要介護2", "要介護3", "要介護4"})
    data.push_back(datum(name, 9923, "9,923"));
  const std::string svg = chart::draw(request(ChartKind::columns, data)).svg;
  CHECK(count_of(svg, "width=\"100%\" height=\"25\"") == 6);
  CHECK(count_of(svg, ">9,923</text>") == 6);
}

TEST_CASE("of many columns the ends and the highest have their numbers") {
  std::vector<ChartDatum> data;
  for (const int value : {172670, 165870, 247980, 198340, 157370, 151080, 99230})
    data.push_back(datum("k" + std::to_string(data.size()), value, std::to_string(value)));
  const std::string svg = chart::draw(request(ChartKind::columns, data)).svg;
  CHECK(has(svg, ">172670</text>"));
  CHECK(has(svg, ">247980</text>"));
  CHECK(has(svg, ">99230</text>"));
  CHECK(count_of(svg, "</text>") == 7 + 3);
}

TEST_CASE("numbers too wide for their tiles are small, or left to the table") {
  auto made = request(ChartKind::tiles, {tile("北海道", 1, 5), tile("青森県", 7, 11)});
  for (ChartDatum& each : made.data) each.narrow_column = each.column;
  made.data[0].label = "15,972";
  std::string svg = chart::draw(made).svg;
  CHECK(count_of(svg, "font-size=\"12\"") == 2);
  made.data[0].label = "1,123,456";
  svg = chart::draw(made).svg;
  CHECK_FALSE(has(svg, ">1,123,456</text>"));
  CHECK_FALSE(has(svg, ">5.1</text>"));
}

TEST_CASE("a map of tiles has a wide and a narrow grid") {
  auto made = request(ChartKind::tiles, {tile("北海道", 1, 5), tile("青森県", 2, 11)});
  made.limits = {4, 6, 8, 10};
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "<svg class=\"chart wide\""));
  CHECK(has(svg, "<svg class=\"chart narrow\""));
  CHECK(count_of(svg, "class=\"k2 axis\"") == 2);
  CHECK(count_of(svg, "class=\"k5 axis\"") == 2);
}

TEST_CASE("a tile map colours missing values as missing") {
  auto made = request(ChartKind::tiles, {tile("北海道", 1, 5), tile("青森県", 2, 11)});
  made.data[1].value.reset();
  made.limits = {4};
  CHECK(count_of(chart::draw(made).svg, "class=\"late axis\"") == 2);
}

TEST_CASE("parts of a stack follow one another up to the whole") {
  const auto made =
      request(ChartKind::stack, {part("鳥取県", "第一期", 0, 1), part("鳥取県", "第二期", 1, 3)});
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "width=\"25%\""));
  CHECK(has(svg, "<rect x=\"25%\""));
  CHECK(has(svg, "<ul class=\"keys\"><li>"));
  CHECK(has(svg, "第二期</li>"));
}

TEST_CASE("seven parts of a stack have seven colours") {
  std::vector<ChartDatum> data;
  for (int i = 0; i < 7; ++i)
    data.push_back(part("鳥取県", ("第" + std::to_string(i)).c_str(), i, 10));
  CHECK(count_of(chart::draw(request(ChartKind::stack, data)).svg, "<li>") == 7);
}

TEST_CASE("a part of a stack has its number only where it is wide enough for it") {
  auto made = request(ChartKind::stack,
                      {part("東京都", "要支援1", 0, 900), part("東京都", "要支援2", 1, 100)});
  made.data[1].label = "15,737";
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, ">900</text>"));
  CHECK_FALSE(has(svg, ">15,737</text>"));
}

TEST_CASE("of an area with a part missing there is no bar and no sum, but the part's reason") {
  auto made =
      request(ChartKind::stack, {part("鳥取県", "第一期", 0, 1), part("鳥取県", "第二期", 1, 3),
                                 part("島根県", "第一期", 0, 7), part("島根県", "第二期", 1, 9)});
  made.data[1].value.reset();
  made.data[1].label = "秘匿";
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "第二期 秘匿"));
  CHECK_FALSE(has(svg, ">1<"));
  CHECK(has(svg, "16"));
}

TEST_CASE("a column without a value has the word for the reason in its place") {
  auto made = request(ChartKind::columns, {datum("第一期", 5, "5"), datum("第二期", 0, "秘匿")});
  made.data[1].value.reset();
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, ">秘匿</text>"));
  CHECK_FALSE(has(svg, "最新は"));
}

TEST_CASE("of columns of kinds none is the latest") {
  auto made = request(ChartKind::columns, {datum("要介護4", 5, "5"), datum("要介護5", 3, "3")});
  CHECK(has(chart::draw(made).svg, "最新は要介護5 3%"));
  made.of_kinds = true;
  CHECK_FALSE(has(chart::draw(made).svg, "最新は"));
  for (const char* name : {"a", "b", "c", "d", "e"}) made.data.push_back(datum(name, 4, "4"));
  CHECK(has(chart::draw(made).svg, "最高は要介護4 5%、最低は要介護5 3%。"));
}

TEST_CASE("a page that explains the colours itself gets no list of them") {
  auto made =
      request(ChartKind::stack, {part("鳥取県", "第一期", 0, 1), part("鳥取県", "第二期", 1, 3)});
  made.own_legend = true;
  CHECK_FALSE(has(chart::draw(made).svg, "<ul"));
}

TEST_CASE("a bar of progress stands before its whole with the target as a line") {
  auto made = request(ChartKind::progress, {datum("", 30, "30")});
  made.maximum = 47;
  made.lines = {{47, "2026年目標 47箇所", ""}};
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "class=\"track\""));
  CHECK(has(svg, "width=\"63.83%\""));
  CHECK(has(svg, "2026年目標 47箇所"));
}

TEST_CASE("a strip names both ends and the own place in bold") {
  const std::string svg =
      chart::draw(request(ChartKind::strip,
                          {datum("大阪府", 2.3, "2.3"), datum("鳥取県", 25, "25.0", Emphasis::self),
                           datum("沖縄県", 83.3, "83.3")}))
          .svg;
  CHECK(has(svg, "大阪府 2.3"));
  CHECK(has(svg, "沖縄県 83.3"));
  CHECK(has(svg, "b\">鳥取県 25.0"));
}

TEST_CASE("a specification that is offered can be drawn by itself") {
  auto made = request(ChartKind::columns, {datum("24上", 599, "599")});
  made.take_away = true;
  made.as_of = "2024年11月時点";
  made.source = "厚生労働省";
  const Drawing drawing = chart::draw(made);
  CHECK(has(drawing.spec, "2024年11月時点）\""));
  CHECK(has(drawing.spec, "\"subtitle\": \"出典 厚生労働省\""));
  CHECK(has(drawing.file, "xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(has(drawing.file, "prefers-color-scheme:dark"));
  CHECK(has(drawing.file, "2024年11月時点）</text>"));
  CHECK(has(drawing.file, ">出典 厚生労働省</text>"));
}

TEST_CASE("names and labels are escaped in the picture") {
  const std::string svg = chart::draw(request(ChartKind::bars, {datum("<script>", 1, "&1")})).svg;
  CHECK_FALSE(has(svg, "<script>"));
  CHECK(has(svg, "&amp;1"));
}

TEST_CASE("numbers that no picture can hold are left out") {
  const std::string svg =
      chart::draw(request(ChartKind::bars, {datum("a", 1e308, "x"), datum("b", 2, "2")})).svg;
  CHECK_FALSE(has(svg, "nan"));
  CHECK_FALSE(has(svg, "inf"));
}

TEST_CASE("a change is a ring before, a disc after and its number") {
  auto made =
      request(ChartKind::changes, {datum("訪問介護", 6.1, "−1.0"), datum("通所介護", 8.2, "−1.4")});
  made.data[0].across = 7.1;
  made.data[1].across = 9.6;
  const Drawing drawing = chart::draw(made);
  CHECK(has(drawing.svg, "−1.4"));
  CHECK(has(drawing.svg, ">訪問介護<"));
  // A ring and a disc a row, and the way between them.
  CHECK(has(drawing.spec, "\"before\": 9.6"));
  CHECK(count_of(drawing.spec, "\"type\": \"point\"") == 2);
  CHECK(count_of(drawing.spec, "\"type\": \"rule\"") == 1);
}

TEST_CASE("names of changes that are too long to stand beside their rows stand above them") {
  auto made = request(ChartKind::changes, {datum("地域密着型介護老人福祉施設", 6.1, "−1.0"),
                                           datum("訪問介護", 8.2, "−1.4")});
  made.data[0].across = 7.1;
  made.data[1].across = 9.6;
  const Drawing drawing = chart::draw(made);
  CHECK(has(drawing.svg, ">地域密着型介護老人福祉施設<"));
  CHECK(has(drawing.spec, "\"step\": 56"));
}

TEST_CASE("a change without a number is left out, and without any the picture says so") {
  auto made = request(ChartKind::changes, {datum("訪問介護", 6.1, "−1.0")});
  made.data[0].value.reset();
  CHECK(has(chart::draw(made).svg, "値なし"));
}

TEST_CASE("a class of a distribution is a bar between its limits, the own one named") {
  auto made = request(ChartKind::spread, {datum("0–9.9%", 3, "3"), datum("10–19.9%", 5, "5")});
  made.data[0].across_end = made.data[1].across = 10;
  made.data[1].across_end = 20;
  made.data[1].emphasis = Emphasis::self;
  made.data[1].full_name = "鳥取県";
  made.lines = {{26, "全国 26.0%", {}}};
  const Drawing drawing = chart::draw(made);
  CHECK(has(drawing.svg, ">鳥取県<"));
  CHECK(has(drawing.svg, ">全国 26.0%<"));
  CHECK(count_of(drawing.spec, "\"type\": \"rect\"") == 2);
  // The line lies outside the classes and is inside the picture.
  CHECK(has(drawing.spec, ", 26]"));
}

TEST_CASE("a written specification is drawn in the look of the house, with words for all readers") {
  auto made = request(ChartKind::written, {});
  made.spec = R"({"data": {"values": [{"v": 2}]}, "mark": "bar", "encoding": {"x": {"field": "v",
    "type": "quantitative"}}})";
  made.description = "2です";
  made.take_away = true;
  const Drawing drawing = chart::draw(made);
  CHECK(!drawing.problem);
  CHECK(has(drawing.svg, "2です"));
  CHECK(has(drawing.file, "<svg"));
  CHECK(has(drawing.spec, "\"font\""));
}

TEST_CASE(
    "a written specification outside the subset is a problem with its place, and no picture") {
  auto made = request(ChartKind::written, {});
  made.spec = R"({"data": {"values": []}, "mark": "pie"})";
  const Drawing drawing = chart::draw(made);
  REQUIRE(drawing.problem);
  CHECK(drawing.problem->pointer == "/mark");
  CHECK(drawing.svg.empty());
}

TEST_CASE("what is no JSON, or no object, is a problem too") {
  auto made = request(ChartKind::written, {});
  for (const char* text : {"", "{", "[]", "null"}) {
    made.spec = text;
    CHECK(chart::draw(made).problem.has_value());
  }
}

TEST_CASE("a trend keeps the day of an English date, which is no rank") {
  auto made = request(ChartKind::trend, {dated("2024-01-01", 5, "5"), dated("2025-03-31", 9, "9")});
  made.data.back().name = "31 March 2025";
  CHECK(has(chart::draw(made).svg, "最新は31 March 2025"));
}

TEST_CASE("a plan is an outlined point of a trend beside its line, and never the latest") {
  const std::string svg =
      chart::draw(
          request(ChartKind::trend, {dated("2024-01-01", 5, "5"), dated("2024-07-01", 9, "9"),
                                     dated("2026-07-01", 20, "20", Emphasis::planned)}))
          .svg;
  CHECK(count_of(svg, "<circle") == 3);
  CHECK(has(svg, "最新は2024-07-01 9"));
}

TEST_CASE("The look of the house says the same in each specification and read once for all") {
  const Json spec = chart::spec_of(request(ChartKind::bars, {datum("米子市", 24.1, "24.1")}));
  const auto once = chart::planned_picture(spec, chart::house_look());
  const auto each = chart::planned_picture(spec);
  CHECK(chart::fixed_picture(std::get<0>(once), 720, chart::Theme::both) ==
        chart::fixed_picture(std::get<0>(each), 720, chart::Theme::both));
  CHECK(chart::fluid_picture(std::get<0>(once)).svg == chart::fluid_picture(std::get<0>(each)).svg);
}
