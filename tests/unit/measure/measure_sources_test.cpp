#include "unit/measure/measuring.h"

using namespace yokoten;

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

TEST_CASE_FIXTURE(Measuring, "a heading that names an area is an error: its row lost its figures") {
  Source& made = source("counts", {"都道府県／鳥取県", "件数／5"}, {{"島根県", "3"}});
  made.measures = {{"cases", "件数／5"}};
  measure();
  const Finding& found = finding("table.heading_area");
  CHECK(found.place == Place{"raw/counts.csv", 1, 1});
  CHECK(found.message.en.find("names an area, 鳥取県") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring,
                  "a heading of prefectures beside one of towns that names one is an error") {
  Source& made = source("towns", {"都道府県／鳥取県", "市町村／米子市", "件数／5"},
                        {{"鳥取県", "境港市", "3"}});
  made.area_column = "市町村／米子市";
  made.prefecture_column = "都道府県／鳥取県";
  made.level = AreaLevel::municipality;
  made.measures = {{"cases", "件数／5"}};
  measure();
  CHECK(said("table.heading_area") == 1);
}

TEST_CASE_FIXTURE(Measuring, "全国 may head the column that names the nation in each row") {
  Source& made = source("nation", {"全国", "件数"}, {{"全国", "3"}});
  made.measures = {{"cases", "件数"}};
  measure();
  CHECK(said("table.heading_area") == 0);
}

TEST_CASE_FIXTURE(Measuring, "a period that is none is an error at its cell") {
  Source& made = source("years", {"都道府県", "年", "件数"}, {{"鳥取県", "去年", "1"}});
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  measure();
  CHECK(finding("cell.period").place == Place{"raw/years.csv", 2, 2});
}

TEST_CASE_FIXTURE(Measuring, "a cell that is no number is an error at its place") {
  counts({{"鳥取県", "約3"}});
  measure();
  CHECK(finding("cell.number").place == Place{"raw/counts.csv", 2, 2});
  CHECK(finding("cell.number").message.en.find("\"約3\"") == 0);
}

TEST_CASE_FIXTURE(Measuring, "an area that stands twice is an error that names both places") {
  counts({{"鳥取県", "3"}, {"鳥取県", "3"}});
  measure();
  CHECK(finding("area.twice").place == Place{"raw/counts.csv", 3, 1});
  CHECK(finding("area.twice").message.en.find("raw/counts.csv:2:1") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "an area may stand twice with different parts") {
  costs({{"鳥取県", "人件費", "3"}, {"鳥取県", "印刷費", "4"}});
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

TEST_CASE_FIXTURE(Measuring, "two sources without a figure for the same reason do not clash") {
  for (const char* id : {"one", "other"}) {
    Source& made = source(id, {"都道府県", "申請"}, {{"鳥取県", ""}, {"島根県", "x"}});
    made.measures = {{"applications", "申請"}};
    made.symbols = {{"x", "suppressed"}};
  }
  count("applications", "applications");
  measure();
  CHECK(said("observation.twice") == 0);
  CHECK(at("310000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Measuring, "two sources without a figure for different reasons clash") {
  source("one", {"都道府県", "申請"}, {{"鳥取県", ""}}).measures = {{"applications", "申請"}};
  Source& made = source("other", {"都道府県", "申請"}, {{"鳥取県", "x"}});
  made.measures = {{"applications", "申請"}};
  made.symbols = {{"x", "suppressed"}};
  count("applications", "applications");
  measure();
  CHECK(said("observation.twice") == 1);
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
  const FoundObservation latest = measured.cube.latest(0, area("320005"));
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

TEST_CASE_FIXTURE(Measuring, "an area that stands twice is told to contradict itself") {
  counts({{"鳥取県", "3"}, {"鳥取県", "5"}});
  measure();
  const std::string said = finding("area.twice").message.en;
  CHECK(said.find("but 件数 is 3 there and 5 here; keep the right one") != std::string::npos);
  CHECK(said.find("[source.breakdown]") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "a total row that stands twice is an error that names both") {
  Source& made = counts({{"鳥取県", "3"}, {"合計", "3"}, {"合計", "3"}});
  made.total_row = RowRule{"", {"合計"}};
  measure();
  CHECK(finding("area.twice").place == Place{"raw/counts.csv", 4, 1});
  CHECK(finding("area.twice").message.en.find("raw/counts.csv:3:1") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "total rows of several parts stand once each") {
  Source& made = costs({{"合計", "人件費", "3"}, {"合計", "印刷費", "4"}});
  made.total_row = RowRule{"都道府県", {"合計"}};
  measure();
  CHECK(said("area.twice") == 0);
}

TEST_CASE_FIXTURE(Measuring, "two columns that hold the same period are one error at the second") {
  Source& made =
      source("years", {"都道府県", "R4", "R5"}, {{"鳥取県", "3", "4"}, {"島根県", "5", "6"}});
  made.unpivots = {{"period", "cases", {{"R4", "2023FY"}, {"R5", "2023FY"}}, ""}};
  measure();
  CHECK(said("observation.twice") == 1);
  CHECK(finding("observation.twice").place == Place{"raw/years.csv", 1, 3});
}

TEST_CASE_FIXTURE(Measuring, "a figure whose period was corrected carries the flag") {
  Source& made = source("counts", {"都道府県", "年度", "件数"},
                        {{"鳥取県", "2023FY", "3"}, {"島根県", "2023FY", "4"}});
  made.measures = {{"cases", "件数"}};
  made.period_column = "年度";
  count("cases", "cases");
  Correction correction;
  correction.source = "counts";
  correction.column = "年度";
  correction.row = 2;
  publication.corrections = {correction};
  measure();
  CHECK(at("310000", "", "2023FY").has(corrected));
  CHECK_FALSE(at("320005", "", "2023FY").has(corrected));
}

TEST_CASE_FIXTURE(Measuring, "printed rates are not summed up") {
  source("rates", {"都道府県", "率"}, {{"鳥取県", "24.7"}, {"島根県", "2.5"}}).measures = {
      {"rate", "率"}};
  count("rate", "rate").adds_up = false;
  measure();
  CHECK(at("000000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Measuring, "the printed rate of a total row is the nation's") {
  Source& made = source("rates", {"都道府県", "率"},
                        {{"鳥取県", "24.7"}, {"島根県", "2.5"}, {"全国計", "11.7"}});
  made.measures = {{"rate", "率"}};
  made.total_row = RowRule{"都道府県", {"全国計"}};
  count("rate", "rate").adds_up = false;
  measure();
  CHECK(text(at("000000").value) == "11.7");
}

TEST_CASE_FIXTURE(Measuring, "printed rates of parts say nothing of the whole") {
  Source& made = source("rates", {"都道府県", "性別", "率"},
                        {{"鳥取県", "男", "24.7"}, {"鳥取県", "女", "30.1"}});
  made.measures = {{"rate", "率"}};
  made.breakdown = {{"sex", "性別"}};
  Indicator& rate = count("rate", "rate");
  rate.adds_up = false;
  rate.by = Selection{"sex", {}};
  measure();
  CHECK(at("310000").missing == Missing::not_published);
  CHECK(text(at("310000", "sex=男").value) == "24.7");
}

TEST_CASE_FIXTURE(Measuring, "a total on two lines of its cell is the total") {
  Source& made = source("two-lines", {"都道府県", "件数"},
                        {{"鳥取県", "1"}, {"島根県", "2"}, {"合\n計", "3"}});
  made.measures = {{"cases", "件数"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(findings.empty());
  CHECK(text(at("000000").value) == "3");
}
