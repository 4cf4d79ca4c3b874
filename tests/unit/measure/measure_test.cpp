#include "unit/measure/measuring.h"

using namespace yokoten;

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

TEST_CASE_FIXTURE(Measuring, "a count of at least so many is a bound and no value") {
  counts({{"鳥取県", "90以上"}, {"島根県", "5"}});
  count("cases", "cases");
  measure();
  CHECK(text(at("310000").value) == "none");
  CHECK(text(at("310000").lower) == "90");
  CHECK(at("310000").missing == Missing::none);
  CHECK(text(at("000000").value) == "none");
  CHECK(text(at("000000").lower) == "95");
  CHECK(text(at("320005").value) == "5");
}

TEST_CASE_FIXTURE(Measuring, "a share of at least so many has an end and no value") {
  Source& made = source("offices", {"都道府県", "事業所", "申請"},
                        {{"鳥取県", "100以上", "20"}, {"島根県", "100以上", "30以上"}});
  made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
  percent("rate", "applications", "offices");
  measure();
  CHECK(text(at("310000").value) == "none");
  CHECK(text(at("310000").upper) == "20.000000");
  CHECK(text(at("310000").lower) == "none");
  CHECK(at("310000").missing == Missing::unknown);
  CHECK(text(at("320005").upper) == "none");
  CHECK(text(at("320005").lower) == "none");
}

TEST_CASE_FIXTURE(Measuring, "sides without a common period are an error at the indicator") {
  Source& above = counts({{"鳥取県", "3"}, {"島根県", "5"}});
  above.period = parse_period("2024-09-13");
  Source& below = source("offices", {"都道府県", "事業所"}, {{"鳥取県", "9"}, {"島根県", "9"}});
  below.measures = {{"offices", "事業所"}};
  below.period = parse_period("2024FY");
  percent("rate", "cases", "offices");
  measure();
  CHECK(said("formula.periods") == 1);
  CHECK(finding("formula.periods").message.en.find("2024-09-13") != std::string::npos);
  CHECK(finding("formula.periods").message.en.find("2024FY") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "a bare year below 年度 is a fiscal year") {
  Source& made =
      source("years", {"都道府県", "年度", "件数"},
             {{"鳥取県", "2024", "1"}, {"鳥取県", "R5", "2"}, {"鳥取県", "2022年", "3"}});
  made.period_column = "年度";
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("310000", "", "2024FY").value) == "1");
  CHECK(text(at("310000", "", "2023FY").value) == "2");
  CHECK(said("cell.period") == 1);  // 2022年 contradicts its heading
}

TEST_CASE_FIXTURE(Measuring, "a number in merged cells belongs to their first row alone") {
  counts({{"鳥取県", "30"}, {"島根県", "30"}});
  publication.tables.back().cover(2, 3, 3);
  count("cases", "cases");
  measure();
  CHECK(text(at("310000").value) == "30");
  CHECK(text(at("320005").value) == "none");
  CHECK(finding("cell.merged").place == Place{"raw/counts.csv", 3, 2});
}

TEST_CASE_FIXTURE(Measuring, "what is put in the place of a merged cell is a number of its own") {
  counts({{"鳥取県", "30"}, {"島根県", "30"}});
  publication.tables.back().cover(2, 3, 3);
  publication.tables.back().replace(1, 1, "12");
  count("cases", "cases");
  measure();
  CHECK(text(at("320005").value) == "12");
  CHECK(said("cell.merged") == 0);
}

TEST_CASE_FIXTURE(Measuring, "a symbol that says none is 0") {
  counts({{"鳥取県", "－"}, {"島根県", "5"}}).symbols = {{"－", "zero"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("310000").value) == "0");
  CHECK(text(at("000000").value) == "5");
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
  counts({{"鳥取県", ""}, {"島根県", "5"}});
  count("cases", "cases").absent = Missing::not_reported;
  measure();
  CHECK(at("310000").missing == Missing::not_published);
  CHECK(at("000000").missing == Missing::not_reported);
}

TEST_CASE_FIXTURE(Measuring, "a symbol of the legend gives its reason") {
  Source& made = counts({{"鳥取県", "x"}, {"島根県", "5"}});
  made.symbols = {{"x", "suppressed"}};
  count("cases", "cases");
  measure();
  CHECK(at("310000").missing == Missing::suppressed);
}

TEST_CASE_FIXTURE(Measuring, "a printed total stands in where a hidden part forbids the sum") {
  Source& made = counts({{"鳥取県", "x"}, {"島根県", "5"}, {"合計", "9"}});
  made.symbols = {{"x", "suppressed"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("000000").value) == "9");
  CHECK(at("000000").numerator_origin.row == 2);
}

TEST_CASE_FIXTURE(Measuring, "a printed total is no figure of the nation when prefectures lack") {
  Source& made = counts({{"島根県", "5"}, {"合計", "5"}});
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("cases", "cases");
  measure();
  CHECK(at("000000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Measuring, "a total row is not counted") {
  Source& made = counts({{"鳥取県", "4"}, {"島根県", "5"}, {"合計", "9"}});
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

namespace {

/// What a spreadsheet has divided by three: the sum of a prefecture has nineteen digits.
struct LongDecimals : Measuring {
  LongDecimals() {
    cities("staff", {"市区町村", "常勤換算"},
           {{"鳥取県鳥取市", "2000.3333333333333"},
            {"鳥取県米子市", "8.333333333333334"},
            {"鳥取県境港市", "1.5"}})
        .measures = {{"staff", "常勤換算"}};
    count("staff", "staff");
  }
};

}  // namespace

TEST_CASE_FIXTURE(LongDecimals, "a sum with too many decimals is rounded to as many as fit") {
  measure();
  CHECK(text(at("310000").value) == "2010.16666666666663");
  CHECK(said("sum.too_large") == 0);
}

TEST_CASE_FIXTURE(LongDecimals, "where figures are hidden no sum is rounded") {
  publication.sources[0].disclosure.emplace();
  measure();
  CHECK(said("sum.too_large") == 1);
}

TEST_CASE_FIXTURE(Measuring, "a row without its part is an error at the empty cell, and no part") {
  costs({{"鳥取県", "人件費", "3"}, {"鳥取県", " ", "4"}, {"島根県", "人件費", "5"}});
  count("yen", "yen");
  measure();
  CHECK(said("part.empty") == 1);
  CHECK(finding("part.empty").place == Place{"raw/costs.csv", 3, 2});
  CHECK(finding("part.empty").level == Level::error);
  CHECK_FALSE(has("310000", "item="));
  CHECK(text(at("310000").value) == "3");
}

TEST_CASE_FIXTURE(Measuring, "a mark for what stands above is no part") {
  costs({{"鳥取県", "人件費", "3"}, {"島根県", "〃", "5"}, {"島根県", "同　上", "5"}});
  count("yen", "yen");
  measure();
  CHECK(said("part.empty") == 2);
  CHECK(finding("part.empty").place == Place{"raw/costs.csv", 3, 2});
  CHECK_FALSE(has("320005", "item=〃"));
}

TEST_CASE_FIXTURE(Measuring, "a total row needs no part") {
  costs({{"鳥取県", "人件費", "3"}, {"島根県", "人件費", "5"}, {"合計", "", "8"}}).total_row =
      RowRule{"都道府県", {"合計"}};
  count("yen", "yen");
  measure();
  CHECK(said("part.empty") == 0);
}

TEST_CASE_FIXTURE(Measuring, "what contradicts a period is said") {
  Source& made =
      source("days", {"都道府県", "日", "件数"}, {{"鳥取県", "令和7年7月22日(水)", "1"}});
  made.period_column = "日";
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(finding("cell.period").message.en.find("22 July 2025 is a Tuesday") != std::string::npos);
}

TEST_CASE_FIXTURE(Measuring, "six digits in a column of periods are a month") {
  Source& made = source("months", {"都道府県", "年月", "件数"}, {{"鳥取県", "202510", "1"}});
  made.period_column = "年月";
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(text(at("310000", "", "2025-10").value) == "1");
}
