#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

constexpr const char* rate_words = "caption = \"率\"\ndescription = \"県の率\"\n";
constexpr const char* mark =
    R"("mark": "bar", "encoding": {"x": {"field": "v"}, "y": {"field": "name", "title": "県"}})";

/// A book whose drawings only keep what they were asked to draw.
struct Asked {
  SmallBook small;
  std::vector<ChartRequest> asked;
  DrawnTable table;

  Asked() {
    small.draw = [this](const ChartRequest& request) {
      asked.push_back(request);
      if (request.spec.find("pie") == std::string::npos)
        return Drawing{"<svg/>", "{}", "<svg/>", table};
      Drawing refused;
      refused.problem = DrawingProblem{"/mark", {"markは使えません", "no such mark"}};
      return refused;
    };
  }
  std::string html(const std::string& options, int area = Areas::none) {
    return small.html("vega-lite", rate_words + options, area);
  }
  const Finding& only_finding(const std::string& options) {
    small.compiled("vega-lite", rate_words + options);
    REQUIRE(small.said.size() == 1);
    return small.said.front();
  }
};

std::string spec(const std::string& inner) { return "spec = '''\n{" + inner + "}\n'''\n"; }

const std::string own_data =
    R"("data": {"values": [{"name": "甲", "v": 1.5}, {"name": "乙", "v": null}]}, )";

}  // namespace

TEST_CASE("a written chart shows the rows that are drawn in a table") {
  Asked asked;
  asked.table = {{"県", "率"}, {{"甲", "1.5"}, {"乙", "値なし"}}};
  const std::string html = asked.html("source = \"見本\"\n" + spec(own_data + mark));
  CHECK(contains(html, "<th scope=\"col\">県</th>"));
  CHECK(contains(html, "<th scope=\"row\"><span>甲</span></th><td class=\"n\">1.5</td>"));
  CHECK(contains(html, "<th scope=\"row\"><span>乙</span></th><td class=\"n\">値なし</td>"));
}

TEST_CASE("a row that has nothing in the first column is named by the column that it tells") {
  Asked asked;
  asked.table = {{"県", "率", "目標"}, {{"甲", "1.5", ""}, {"", "", "3"}}};
  CHECK(contains(asked.html("source = \"見本\"\n" + spec(own_data + mark)),
                 "<span>目標</span></th><td class=\"n\"></td><td class=\"n\">3</td>"));
}

TEST_CASE(
    "the file of a written chart has its numbers without the signs that they are shown with") {
  Asked asked;
  asked.table = {{"県", "率"}, {{"甲", "$1,234.50"}}, {{"甲", "1234.5"}}};
  asked.small.publication.offered.charts = {"csv"};
  Context context = asked.small.page;
  asked.small.html("vega-lite", rate_words + ("source = \"見本\"\n" + spec(own_data + mark)),
                   context);
  REQUIRE(context.files.size() == 1);
  CHECK(contains(context.files[0].bytes, "甲,1234.5\n"));
}

TEST_CASE("beside the figures of an indicator stand the rows that layers draw of their own") {
  Asked asked;
  asked.table = {{"目標"}, {{"50"}}};
  const std::string html =
      asked.html("data = { indicator = \"rate\", level = \"municipality\" }\n" + spec(mark),
                 SmallBook::yonago);
  CHECK(asked.asked.back().given_data);
  CHECK(contains(html, "<th scope=\"col\" class=\"n\">目標</th>"));
  CHECK(contains(html, "<td class=\"n\">50</td>"));
  CHECK(contains(html, "米子市"));
}

TEST_CASE(
    "a written chart takes the newest figures of an indicator, and null where there is none") {
  Asked asked;
  const std::string html =
      asked.html("data = { indicator = \"rate\", level = \"municipality\" }\n" + spec(mark),
                 SmallBook::yonago);
  const std::string& drawn = asked.asked.back().spec;
  CHECK(contains(
      drawn, R"("area":"米子市","prefecture":"鳥取県","value":24.1,"label":"24.1","own":true)"));
  CHECK(contains(drawn, R"("area":"鳥取市","prefecture":"鳥取県","value":null)"));
  CHECK(contains(html, "公表資料に未掲載"));
}

TEST_CASE("what is hidden does not reach a written chart") {
  Asked asked;
  Observation hidden;
  hidden.indicator = 0;
  hidden.area = SmallBook::tottori_city;
  hidden.period = asked.small.measured.cube.period_id(*parse_period("2024-12-13"));
  hidden.missing = Missing::suppressed;
  asked.small.measured.cube.add(hidden);
  asked.html("data = { indicator = \"rate\", level = \"municipality\" }\n" + spec(mark));
  CHECK(contains(asked.asked.back().spec,
                 R"("area":"鳥取市","prefecture":"鳥取県","value":null,"label":"秘匿")"));
}

TEST_CASE("a mark outside the subset is found where it is written, in the renderer's words") {
  Asked asked;
  const Finding& said =
      asked.only_finding("source = \"見本\"\nspec = '''\n{\n  \"mark\": \"pie\"\n}\n'''");
  CHECK(said.code == "chart.spec");
  CHECK(said.place.row == 15);
  CHECK(said.place.column == 3);
  CHECK(said.message.ja == "/mark: markは使えません");
}

TEST_CASE("a specification on one line has its place behind the quotes") {
  Asked asked;
  const Finding& said = asked.only_finding("source = \"見本\"\nspec = '''{\"mark\": \"pie\"}'''");
  CHECK(said.place.row == 13);
  CHECK(said.place.column == 12);
}

TEST_CASE("broken JSON is found where it breaks") {
  Asked asked;
  const Finding& said =
      asked.only_finding("source = \"見本\"\nspec = '''\n{\n  \"mark\" \"bar\"\n}\n'''");
  CHECK(said.code == "chart.json");
  CHECK(said.place.row == 15);
}

TEST_CASE("a chart may not have data of its own beside an indicator's") {
  Asked asked;
  CHECK(asked.only_finding("data = { indicator = \"rate\" }\n" + spec(own_data + mark)).code ==
        "chart.data");
}

TEST_CASE("a chart on a page makes no links") {
  Asked asked;
  const std::string link =
      R"("mark": "bar", "encoding": {"href": {"value": "https://example.jp"}})";
  CHECK(asked.only_finding("source = \"見本\"\n" + spec(own_data + link)).code == "chart.spec");
}

TEST_CASE("a chart file that is not there is an error with the nearest one") {
  Asked asked;
  asked.small.publication.charts["charts/staff.vl.json"] = "{}";
  const Finding& said = asked.only_finding("source = \"見本\"\nfile = \"charts/stuff.vl.json\"");
  CHECK(said.code == "chart.file");
  CHECK(contains(said.message.ja, "charts/staff.vl.json"));
}

TEST_CASE("a chart of own data says where they are from") {
  Asked asked;
  CHECK(asked.only_finding(spec(own_data + mark)).code == "toml.missing");
}
