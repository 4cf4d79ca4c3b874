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
  const std::string svg = chart::draw(three()).svg;
  CHECK(has(svg,
            "width=\"100%\" height=\"25\" role=\"img\" aria-label=\"米子市 20.0\" class=\"k5\""));
  CHECK(has(svg,
            "width=\"50%\" height=\"25\" role=\"img\" aria-label=\"鳥取県 10.0\" class=\"oth\""));
  CHECK(has(svg, "width=\"25%\" height=\"25\" role=\"img\" aria-label=\"全国 5.0\" class=\"mk\""));
}

TEST_CASE("the unit behind exactly one is singular where the language has such") {
  ChartRequest asked =
      request(ChartKind::bars, {datum("Yonago City", 1, "1"), datum("Tottori City", 21, "21")});
  for (ChartDatum& each : asked.data) each.description.clear();
  asked.unit = "offices";
  asked.words.with_unit = "{} {}";
  asked.words.singulars = {{"offices", "office"}};
  const std::string svg = chart::draw(asked).svg;
  CHECK(has(svg, "aria-label=\"Yonago City 1 office\""));
  CHECK(has(svg, "aria-label=\"Tottori City 21 offices\""));
}

TEST_CASE("the place of the page has a bold name") {
  const std::string svg = chart::draw(three()).svg;
  CHECK(has(svg, "class=\"b\">米子市</text>"));
  CHECK_FALSE(has(svg, "class=\"b\">鳥取県</text>"));
}

TEST_CASE("a few bars stand 40 pixels apart and many 24") {
  CHECK(has(element(chart::draw(three()).svg, "<svg"), "height=\"120\""));
  CHECK(has(element(chart::draw(ranking()).svg, "<svg"), "height=\"1128\""));
}

TEST_CASE("names that would leave no room for bars stand above them") {
  const std::string svg =
      chart::draw(request(ChartKind::bars,
                          {datum("地域密着型介護老人福祉施設入所者生活介護", 1880, "1,880"),
                           datum("通所", 940, "940")}))
          .svg;
  CHECK_FALSE(has(element(svg, "<svg"), " l"));
  CHECK(has(svg, "<rect y=\"18\" width=\"100%\" height=\"25\""));
  CHECK(has(svg, "y=\"11\">地域密着型介護老人福祉施設入所者生活介護</text>"));
}

TEST_CASE("a name longer than the narrowest picture is broken above its bar") {
  const std::string svg =
      chart::draw(
          request(ChartKind::bars,
                  {datum("離職率が全体より低い事業所（加算・補助を受けた事業所）", 3, "3")}))
          .svg;
  CHECK(has(svg, ">離職率が全体より低い事業所（加算・補助を</text>"));
  CHECK(has(svg, ">受けた事業所）</text>"));
}

TEST_CASE("a long word for a missing value leaves the bars of others their room") {
  ChartRequest made = three();
  made.lines = {{21, "基準 21%", ""}};
  made.data[0] = datum("かすみがうら市", std::nullopt, "公表資料に未掲載", Emphasis::self);
  const std::string svg = chart::draw(made).svg;
  CHECK(has(element(svg, "<svg"), " l1"));
  CHECK(has(svg, ">公表資料に未掲載</text>"));
}

TEST_CASE("a picture for a page has no inline style and no width of its own") {
  const std::string svg = chart::draw(three()).svg;
  CHECK(svg.starts_with("<svg class=\"chart "));
  CHECK_FALSE(has(svg, "style="));
  CHECK_FALSE(has(element(svg, "<svg"), "width"));
}

TEST_CASE("names have room left of the bars and the longest value right of them") {
  const std::string head = element(chart::draw(three()).svg, "<svg");
  CHECK(has(head, " l"));
  CHECK(has(head, " r"));
}

TEST_CASE("a reference line is dashed and bears its words") {
  ChartRequest made = three();
  made.lines = {{15, "基準 15%", ""}};
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "x1=\"75%\" x2=\"75%\""));
  CHECK(has(svg, "stroke-dasharray=\"4 3\""));
  CHECK(has(svg, "基準 15%"));
}

TEST_CASE("a missing value is a word and no bar") {
  ChartRequest made = three();
  made.data.push_back(datum("智頭町", std::nullopt, "公表資料に未掲載"));
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, ">公表資料に未掲載</text>"));
  CHECK(count_of(svg, "<rect") == 3);
}

TEST_CASE("negative values stand left of zero") {
  const std::string svg =
      chart::draw(request(ChartKind::bars, {datum("a", -5, "-5"), datum("b", 5, "5")})).svg;
  CHECK(has(svg, "width=\"50%\" height=\"25\" role=\"img\" aria-label=\"a -5\""));
  CHECK(has(svg, "<rect x=\"50%\""));
}

TEST_CASE("a ranking says its highest and lowest place to those who cannot see it") {
  ChartRequest made = ranking();
  made.as_of = "2024年9月13日時点";
  made.data.front().label = "47.0";
  for (ChartDatum& each : made.data) each.full_name = each.name.substr(each.name.find(' ') + 1);
  const std::string svg = chart::draw(made).svg;
  CHECK(has(svg, "最高は県1 47.0%、最低は県47など46件の9.9%。（2024年9月13日時点）"));
}

TEST_CASE("a name that is cut short in the chart is said in full") {
  ChartRequest made = ranking();
  made.data.front().label = "47.0";
  made.data.front().full_name = "東京都";
  CHECK(has(chart::draw(made).svg, "最高は東京都 47.0%、"));
}

TEST_CASE("the title has the unit and the date") {
  ChartRequest made = three();
  made.as_of = "2024年9月13日時点";
  CHECK(has(chart::draw(made).svg, "（%、2024年9月13日時点）</title>"));
}

TEST_CASE("a bar with a link is a link with its words") {
  ChartRequest made = three();
  made.data[1].link = "../";
  CHECK(has(chart::draw(made).svg, "<a href=\"../\" aria-label=\"鳥取県 10.0\">"));
}

TEST_CASE("a chart without data says so") {
  CHECK(has(chart::draw(request(ChartKind::bars, {})).svg, ">値なし</text>"));
}
