#include "measure/measure.h"

#include <doctest/doctest.h>

#include "unit/measure/small_country.h"

using namespace yokoten;

namespace {

struct Measuring : SmallCountry {
  Measured measured;

  void measure() {
    auto made = yokoten::measure(publication, areas, findings);
    REQUIRE(made);
    measured = std::move(*made);
  }

  const Observation& at(const std::string& code, const std::string& breakdown = "",
                        const std::string& period = "2024-09", int indicator = 0) {
    static const Observation nothing;
    const int part = measured.cube.find_breakdown(breakdown);
    const Observation* found =
        part < 0 ? nullptr
                 : measured.cube.find(indicator, area(code),
                                      measured.cube.period_id(*parse_period(period)), part);
    CHECK(found != nullptr);
    return found ? *found : nothing;
  }

  bool has(const std::string& code, const std::string& breakdown) {
    const int part = measured.cube.find_breakdown(breakdown);
    return part >= 0 &&
           measured.cube.find(0, area(code), measured.cube.period_id(*parse_period("2024-09")),
                              part) != nullptr;
  }

  /// Both prefectures: 234 of 948 and 34 of 1346.
  Source& offices() {
    Source& made = source("offices", {"都道府県", "事業所", "申請"},
                          {{"鳥取県", "948", "234"}, {"島根県", "1,346", "34"}});
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    return made;
  }

  /// 境港市 alone: 20 of 64.
  Source& listed_city() {
    Source& made = cities("cities", {"市区町村", "事業所", "申請"}, {{"鳥取県境港市", "64", "20"}});
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    return made;
  }

  /// Bodies by period of start, in both prefectures.
  Source& starts() {
    Source& made = source("starts", {"都道府県", "第一期", "第二期"},
                          {{"鳥取県", "1", "3"}, {"島根県", "4", "0"}});
    made.unpivots = {{"start", "bodies", {{"第一期", "第一期"}, {"第二期", "第二期"}}, ""}};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Measuring, "a ratio of the nation is the ratio of sums") {
  offices();
  percent("rate", "applications", "offices");
  measure();
  CHECK(text(at("000000").numerator) == "268");
  CHECK(text(at("000000").denominator) == "2294");
  CHECK(text(at("000000").value) == "11.682650");
}

TEST_CASE_FIXTURE(Measuring, "a ratio in another unit than percent is not multiplied") {
  offices();
  percent("rate", "applications", "offices").unit = "件";
  measure();
  CHECK(text(at("310000").value) == "0.246835");
}

TEST_CASE_FIXTURE(Measuring, "a figure knows the cells that it comes from") {
  offices();
  percent("rate", "applications", "offices");
  measure();
  const Observation& figure = at("320005");
  CHECK(figure.numerator_origin.source == 0);
  CHECK(figure.numerator_origin.row == 1);
  CHECK(figure.numerator_origin.column == 2);
  CHECK(figure.denominator_origin.column == 1);
}

TEST_CASE_FIXTURE(Measuring, "a sum says that it is one") {
  offices();
  count("applications", "applications");
  measure();
  CHECK(at("000000").numerator_origin.row == summed_row);
}

TEST_CASE_FIXTURE(Measuring, "an area without a row owes its figure with the reason") {
  offices();
  listed_city();
  percent("rate", "applications", "offices");
  measure();
  CHECK(text(at("312045").value) == "31.250000");
  CHECK(text(at("312029").value) == "none");
  CHECK(at("312029").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Measuring, "the reason of an owed figure is the one of the indicator") {
  offices();
  count("applications", "applications").absent = Missing::not_reported;
  measure();
  CHECK(at("312029").missing == Missing::not_reported);
}

TEST_CASE_FIXTURE(Measuring, "an empty cell is not published and stops the sum") {
  Source& made = source("counts", {"都道府県", "件数"}, {{"鳥取県", ""}, {"島根県", "5"}});
  made.measures = {{"cases", "件数"}};
  count("cases", "cases").absent = Missing::not_reported;
  measure();
  CHECK(at("310000").missing == Missing::not_published);
  CHECK(at("000000").missing == Missing::not_reported);
}

TEST_CASE_FIXTURE(Measuring, "a symbol of the legend gives its reason") {
  Source& made = source("counts", {"都道府県", "件数"}, {{"鳥取県", "x"}, {"島根県", "5"}});
  made.measures = {{"cases", "件数"}};
  made.symbols = {{"x", "suppressed"}};
  count("cases", "cases");
  measure();
  CHECK(at("310000").missing == Missing::suppressed);
}

TEST_CASE_FIXTURE(Measuring, "a printed total stands in where a hidden part forbids the sum") {
  Source& made =
      source("counts", {"都道府県", "件数"}, {{"鳥取県", "x"}, {"島根県", "5"}, {"合計", "9"}});
  made.measures = {{"cases", "件数"}};
  made.symbols = {{"x", "suppressed"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("000000").value) == "9");
  CHECK(at("000000").numerator_origin.row == 2);
}

TEST_CASE_FIXTURE(Measuring, "a printed total is no figure of the nation when prefectures lack") {
  Source& made = source("counts", {"都道府県", "件数"}, {{"島根県", "5"}, {"合計", "5"}});
  made.measures = {{"cases", "件数"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(at("000000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Measuring, "a total row is not counted") {
  Source& made =
      source("counts", {"都道府県", "件数"}, {{"鳥取県", "4"}, {"島根県", "5"}, {"合計", "9"}});
  made.measures = {{"cases", "件数"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("000000").value) == "9");
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Measuring, "rows that are parts of the row above are not counted") {
  Source& made = source("types", {"区分", "団体"}, {{"市", "7"}, {"うち組合", "2"}, {"町村", "3"}});
  made.area_column.clear();
  made.fixed_area = "000000";
  made.breakdown = {{"type", "区分"}};
  made.measures = {{"bodies", "団体"}};
  made.of_which = RowRule{"区分", {"うち組合"}};
  count("bodies", "bodies");
  measure();
  CHECK(text(at("000000").value) == "10");
  CHECK(text(at("000000", "type=市").value) == "7");
  CHECK_FALSE(has("000000", "type=うち組合"));
}

TEST_CASE_FIXTURE(Measuring, "areas that a complete source leaves out have zero") {
  Source& made = cities("done", {"市区町村", "件数"}, {{"鳥取県境港市", "2"}});
  made.measures = {{"cases", "件数"}};
  made.complete = true;
  count("cases", "cases");
  measure();
  CHECK(text(at("312029").value) == "0");
  CHECK(at("312029").missing == Missing::none);
  CHECK(text(at("310000").value) == "2");
  CHECK(text(at("320005").value) == "0");
  CHECK(text(at("000000").value) == "2");
}

TEST_CASE_FIXTURE(Measuring, "a complete source without rows makes everything zero") {
  Source& made = cities("none", {"市区町村"}, {});
  made.kind = SourceKind::list;
  made.complete = true;
  count("listed", "listed");
  measure();
  CHECK(text(at("000000").value) == "0");
}

TEST_CASE_FIXTURE(Measuring, "each row of a list counts one and a union counts in its prefecture") {
  Area joined;
  joined.name = "中海広域連合";
  joined.parent = area("310000");
  joined.level = AreaLevel::municipal_union;
  areas.add(joined);
  Source& made = cities("list", {"市区町村"}, {{"鳥取県米子市"}, {"鳥取県中海広域連合"}});
  made.kind = SourceKind::list;
  made.complete = true;
  count("listed", "listed");
  measure();
  CHECK(text(at("312029").value) == "1");
  CHECK(text(at("310000").value) == "2");
  CHECK(text(at("000000").value) == "2");
  CHECK(measured.unions.size() == 1);
}

TEST_CASE_FIXTURE(Measuring, "columns become the codes of a breakdown") {
  starts();
  Indicator& share = percent("start", "bodies", "bodies");
  share.by = Selection{"start", {}};
  measure();
  CHECK(text(at("310000", "start=第一期").numerator) == "1");
  CHECK(text(at("310000", "start=第一期").denominator) == "4");
  CHECK(text(at("310000", "start=第一期").value) == "25.000000");
  CHECK(text(at("000000", "start=第一期").value) == "62.500000");
  CHECK(text(at("000000").value) == "100.000000");
}

TEST_CASE_FIXTURE(Measuring, "an indicator without a total keeps its parts only") {
  starts();
  Indicator& share = percent("start", "bodies", "bodies");
  share.by = Selection{"start", {}};
  share.total = false;
  measure();
  CHECK(has("310000", "start=第二期"));
  CHECK_FALSE(has("310000", ""));
}

TEST_CASE_FIXTURE(Measuring, "a selection takes only some codes of the numerator") {
  starts();
  percent("early", "bodies", "bodies").numerator.where = {{"start", {"第一期"}}};
  measure();
  CHECK(text(at("000000").numerator) == "5");
  CHECK(text(at("000000").denominator) == "8");
}

TEST_CASE_FIXTURE(Measuring, "columns become periods") {
  Source& made = source("centres", {"都道府県", "七月", "十二月"}, {{"鳥取県", "0", "1"}});
  made.unpivots = {{"period", "centres", {{"七月", "2024-07"}, {"十二月", "2024-12"}}, ""}};
  made.complete = true;
  count("centres", "centres");
  measure();
  CHECK(text(at("000000", "", "2024-07").value) == "0");
  CHECK(text(at("000000", "", "2024-12").value) == "1");
}

TEST_CASE_FIXTURE(Measuring, "a column may name the period of each row") {
  Source& made = source("years", {"都道府県", "年", "件数"},
                        {{"鳥取県", "2023FY", "1"}, {"鳥取県", "2024FY", "2"}});
  made.period.reset();
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("310000", "", "2024FY").value) == "2");
  CHECK(said("area.twice") == 0);
}

TEST_CASE_FIXTURE(Measuring, "a period that is none is an error at its cell") {
  Source& made = source("years", {"都道府県", "年", "件数"}, {{"鳥取県", "去年", "1"}});
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  measure();
  CHECK(finding("cell.period").place == Place{"raw/years.csv", 2, 2});
}

TEST_CASE_FIXTURE(Measuring, "a cell that is no number is an error at its place") {
  Source& made = source("counts", {"都道府県", "件数"}, {{"鳥取県", "約3"}});
  made.measures = {{"cases", "件数"}};
  measure();
  CHECK(finding("cell.number").place == Place{"raw/counts.csv", 2, 2});
  CHECK(finding("cell.number").message.en.find("\"約3\"") == 0);
}

TEST_CASE_FIXTURE(Measuring, "an area that stands twice is an error that names both places") {
  Source& made = source("counts", {"都道府県", "件数"}, {{"鳥取県", "3"}, {"鳥取県", "3"}});
  made.measures = {{"cases", "件数"}};
  measure();
  CHECK(finding("area.twice").place == Place{"raw/counts.csv", 3, 1});
  CHECK(finding("area.twice").message.en.find("raw/counts.csv:2:1") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "an area may stand twice with different parts") {
  Source& made = source("costs", {"都道府県", "費目", "円"},
                        {{"鳥取県", "人件費", "3"}, {"鳥取県", "印刷費", "4"}});
  made.breakdown = {{"item", "費目"}};
  made.measures = {{"yen", "円"}};
  count("yen", "yen");
  measure();
  CHECK(findings.empty());
  CHECK(text(at("310000", "item=人件費").value) == "3");
  CHECK(text(at("310000").value) == "7");
  CHECK(at("310000").numerator_origin.row == several_rows);
}

TEST_CASE_FIXTURE(Measuring, "two sources for one figure are an error that names both places") {
  offices();
  Source& again = source("again", {"都道府県", "申請"}, {{"鳥取県", "234"}});
  again.measures = {{"applications", "申請"}};
  count("applications", "applications");
  measure();
  CHECK(finding("observation.twice").place == Place{"raw/again.csv", 2, 2});
  CHECK(finding("observation.twice").message.en.find("raw/offices.csv:2:3") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "two columns for one figure are an error that names both places") {
  Source& made = source("twice", {"都道府県", "九月", "再掲"}, {{"鳥取県", "3", "3"}});
  made.measures = {{"cases", "九月"}};
  made.unpivots = {{"period", "cases", {{"再掲", "2024-09"}}, ""}};
  count("cases", "cases");
  measure();
  CHECK(finding("observation.twice").place == Place{"raw/twice.csv", 2, 3});
  CHECK(text(at("310000").value) == "3");
}

TEST_CASE_FIXTURE(Measuring, "a whole and its parts are not added to one another") {
  Source& made = starts();
  made.measures = {{"bodies", "第一期"}};
  count("bodies", "bodies");
  measure();
  CHECK(said("observation.twice") > 0);
}

TEST_CASE_FIXTURE(Measuring, "a note in a cell moves its figure to the period that it names") {
  Source& made = source("noted", {"都道府県", "件数"}, {{"鳥取県", "3(前年度)"}});
  made.measures = {{"cases", "件数"}};
  made.notes["前年度"] = {provisional, parse_period("2023FY")};
  count("cases", "cases");
  measure();
  CHECK(at("310000", "", "2023FY").has(provisional));
}

TEST_CASE_FIXTURE(Measuring, "an indicator that names its source does not see the other") {
  offices();
  Source& again = source("again", {"都道府県", "申請"}, {{"鳥取県", "234"}});
  again.measures = {{"applications", "申請"}};
  count("applications", "applications").sources = {"offices"};
  measure();
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Measuring, "a national table gives way to the sum of prefectures") {
  offices();
  Source& national = source("national", {"区分", "申請"}, {{"事業所", "268"}});
  national.area_column.clear();
  national.fixed_area = "000000";
  national.measures = {{"applications", "申請"}};
  count("applications", "applications");
  measure();
  CHECK(at("000000").numerator_origin.row == summed_row);
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Measuring, "a national table gives the figure where no sum can be made") {
  Source& national = source("national", {"区分", "申請"}, {{"事業所", "268"}});
  national.area_column.clear();
  national.fixed_area = "000000";
  national.measures = {{"applications", "申請"}};
  count("applications", "applications");
  measure();
  CHECK(text(at("000000").value) == "268");
}

TEST_CASE_FIXTURE(Measuring, "a share of nothing is not applicable") {
  Source& made = source("offices", {"都道府県", "事業所", "申請"}, {{"鳥取県", "0", "0"}});
  made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
  percent("rate", "applications", "offices");
  measure();
  CHECK(at("310000").missing == Missing::not_applicable);
  CHECK(text(at("310000").denominator) == "0");
}

TEST_CASE_FIXTURE(Measuring, "a source without a period takes its date") {
  Source& made = offices();
  made.period.reset();
  made.as_of = "2024-09-13";
  count("applications", "applications");
  measure();
  CHECK(text(at("310000", "", "2024-09-13").value) == "234");
}

TEST_CASE_FIXTURE(Measuring, "a corrected number carries the flag and the correction its area") {
  offices();
  Correction correction;
  correction.source = "offices";
  correction.column = "申請";
  correction.row = 2;
  publication.corrections = {correction};
  count("applications", "applications");
  measure();
  CHECK(at("310000").has(corrected));
  CHECK_FALSE(at("320005").has(corrected));
  CHECK(publication.corrections[0].area == area("310000"));
}

TEST_CASE_FIXTURE(Measuring, "the flag of an indicator stands on every figure") {
  offices();
  count("applications", "applications").flags = planned;
  measure();
  CHECK(at("310000").has(planned));
  CHECK(at("000000").has(planned));
}

TEST_CASE_FIXTURE(Measuring, "a row of the framework gives the nation its figure") {
  FrameworkRow row;
  row.value = Decimal{40, 0};
  row.period = *parse_period("2023FY");
  Indicator& share = indicator("share", IndicatorKind::value);
  share.row = row;
  share.levels = {AreaLevel::nation};
  measure();
  CHECK(text(at("000000", "", "2023FY").value) == "40");
}

TEST_CASE_FIXTURE(Measuring, "a framework row without a value keeps its reason") {
  FrameworkRow row;
  row.missing = Missing::not_set;
  row.period = *parse_period("2023FY");
  indicator("share", IndicatorKind::value).row = row;
  measure();
  CHECK(at("000000", "", "2023FY").missing == Missing::not_set);
}

TEST_CASE_FIXTURE(Measuring, "a framework row at the period of a formula is an error") {
  offices();
  FrameworkRow row;
  row.value = Decimal{40, 0};
  row.period = *parse_period("2024-09");
  row.place = {"raw/framework.csv", 4, 6};
  count("applications", "applications").row = row;
  measure();
  CHECK(finding("observation.twice").place == Place{"raw/framework.csv", 4, 6});
}

TEST_CASE_FIXTURE(Measuring, "tables that do not belong to the sources measure nothing") {
  publication.sources.emplace_back();
  CHECK_FALSE(yokoten::measure(publication, areas, findings));
  CHECK(said("source.unread") == 1);
}

TEST_CASE_FIXTURE(Measuring, "five digits among codes of six are an error and no other area") {
  add_area(areas, "012203", "士別市", add_area(areas, "010006", "北海道", Areas::nation));
  add_area(areas, "122033", "市川市", add_area(areas, "120006", "千葉県", Areas::nation));
  Source& made = cities("codes", {"コード", "件数"}, {{"312029", "3"}, {"12203", "4"}});
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(finding("name.code").place == Place{"raw/codes.csv", 3, 1});
  CHECK(finding("name.code").message.en.find("士別市 (012203)") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "a total over all periods is no figure of the nation") {
  Source& made = source("years", {"都道府県", "年", "件数"},
                        {{"鳥取県", "2023FY", "1"}, {"島根県", "2023FY", "2"}, {"合計", "", "3"}});
  made.period.reset();
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(findings.empty());
  CHECK(text(at("000000", "", "2023FY").value) == "3");
}

TEST_CASE_FIXTURE(Measuring, "a prefecture owes no figure because another one can be added up") {
  offices();
  Source& made = cities("cities", {"市区町村", "申請"},
                        {{"鳥取県鳥取市", "1"}, {"鳥取県米子市", "2"}, {"鳥取県境港市", "3"}});
  made.measures = {{"applications", "申請"}};
  made.period = parse_period("2024-12");
  count("applications", "applications");
  measure();
  CHECK(text(at("310000", "", "2024-12").value) == "6");
  const Observation* latest = measured.cube.latest(0, area("320005"));
  REQUIRE(latest);
  CHECK(text(latest->value) == "34");
}

TEST_CASE_FIXTURE(Measuring, "the nation may have zeros above codes of five digits") {
  for (const char* zeros : {"000000", "00000"}) {
    Source& made =
        source(zeros, {"コード", "件数"}, {{zeros, "7"}, {"31000", "3"}, {"32000", "4"}});
    made.measures = {{"cases", "件数"}};
  }
  measure();
  CHECK(findings.empty());
}
