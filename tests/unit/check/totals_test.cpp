#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Totals : Checking {
  Source& counts(std::initializer_list<Cells> rows) {
    Source& made = source("counts", {"都道府県", "事業所", "申請"}, rows);
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    made.total_row = RowRule{"都道府県", {"合計"}};
    return made;
  }

  Source& starts(std::initializer_list<Cells> rows) {
    Source& made = source("starts", {"都道府県", "第一期", "第二期", "計"}, rows);
    made.unpivots = {{"start", "bodies", {{"第一期", "第一期"}, {"第二期", "第二期"}}, "計"}};
    return made;
  }

  Source& types(std::initializer_list<Cells> rows) {
    Source& made = source("types", {"区分", "第一期", "第二期"}, rows);
    made.area_column.clear();
    made.fixed_area = "000000";
    made.breakdown = {{"type", "区分"}};
    made.unpivots = {{"start", "bodies", {{"第一期", "第一期"}, {"第二期", "第二期"}}, ""}};
    made.total_row = RowRule{"区分", {"合計"}};
    made.of_which = RowRule{"区分", {"うち組合"}};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Totals, "a printed total that is not the sum is an error at its cell") {
  counts({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}, {"合計", "2294", "269"}});
  run();
  CHECK(said("total.differs") == 1);
  CHECK(finding("total.differs").place == Place{"raw/counts.csv", 4, 3});
  CHECK(finding("total.differs").message.en.find("269 of 申請 is not the sum 268 of 2 rows") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(Totals, "a printed total that is the sum is noted with its figure") {
  counts({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}, {"合計", "2,294", "268"}});
  run();
  CHECK(said("total.differs") == 0);
  CHECK(said("total.agrees") == 2);
  CHECK(finding("total.agrees").place == Place{"raw/counts.csv", 4, 2});
  CHECK(finding("total.agrees").message.ja == "事業所の合計 2,294 は2行の和と一致します");
}

TEST_CASE_FIXTURE(Totals, "a total may exceed the sum where a cell has no figure") {
  counts({{"鳥取県", "948", ""}, {"島根県", "1346", "34"}, {"合計", "2294", "268"}});
  run();
  CHECK(said("total.differs") == 0);
  CHECK(said("total.agrees") == 1);
}

TEST_CASE_FIXTURE(Totals, "a total below the sum is wrong even where a cell has no figure") {
  counts({{"鳥取県", "948", ""}, {"島根県", "1346", "34"}, {"合計", "2294", "33"}});
  run();
  CHECK(finding("total.differs").place == Place{"raw/counts.csv", 4, 3});
}

TEST_CASE_FIXTURE(Totals, "totals of blocks are totals of the rows since the total before") {
  Source& made = counts({{"鳥取県", "1", "2"},
                         {"市計", "1", "2"},
                         {"島根県", "3", "4"},
                         {"岡山県", "5", "6"},
                         {"町村計", "8", "10"},
                         {"県計", "9", "12"}});
  made.total_row->values = {"市計", "町村計", "県計"};
  run();
  CHECK(said("total.differs") == 0);
  CHECK(said("total.agrees") == 2);
}

TEST_CASE_FIXTURE(Totals, "totals of blocks may stand above their rows") {
  Source& made = counts({{"県計", "9", "12"},
                         {"市計", "1", "2"},
                         {"鳥取県", "1", "2"},
                         {"町村計", "8", "10"},
                         {"島根県", "3", "4"},
                         {"岡山県", "5", "6"}});
  made.total_row->values = {"市計", "町村計", "県計"};
  run();
  CHECK(said("total.differs") == 0);
}

TEST_CASE_FIXTURE(Totals, "a total of a block that is wrong in one column is an error") {
  Source& made = counts({{"鳥取県", "1", "2"},
                         {"市計", "1", "3"},
                         {"島根県", "3", "4"},
                         {"町村計", "3", "4"},
                         {"県計", "4", "6"}});
  made.total_row->values = {"市計", "町村計", "県計"};
  run();
  CHECK(finding("total.differs").place.row == 3);
}

TEST_CASE_FIXTURE(Totals, "a single total covers rows below it too") {
  counts({{"鳥取県", "948", "234"}, {"合計", "948", "234"}, {"島根県", "1346", "34"}});
  run();
  CHECK(said("total.differs") == 2);
}

TEST_CASE_FIXTURE(Totals, "a word of totals may be set apart by blanks") {
  counts({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}, {"合　計", "2294", "268"}});
  run();
  CHECK(said("total.agrees") == 2);
}

TEST_CASE_FIXTURE(Totals, "a total that is no number is an error at its cell") {
  counts({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}, {"合計", "2294", "約268"}});
  run();
  CHECK(finding("cell.number").place == Place{"raw/counts.csv", 4, 3});
}

TEST_CASE_FIXTURE(Totals, "a total of one area covers the rows of that area") {
  Source& made = source("costs", {"都道府県", "費目", "円"},
                        {{"鳥取県", "人件費", "3"},
                         {"鳥取県", "印刷費", "4"},
                         {"鳥取県", "計", "7"},
                         {"島根県", "人件費", "5"},
                         {"島根県", "計", "6"}});
  made.breakdown = {{"item", "費目"}};
  made.measures = {{"yen", "円"}};
  made.total_row = RowRule{"費目", {"計"}};
  run();
  CHECK(said("total.differs") == 1);
  CHECK(finding("total.differs").place == Place{"raw/costs.csv", 6, 3});
}

TEST_CASE_FIXTURE(Totals, "a printed total of columns that differs is an error at its cell") {
  starts({{"鳥取県", "1", "3", "4"}, {"島根県", "4", "0", "5"}});
  run();
  CHECK(finding("total.differs").place == Place{"raw/starts.csv", 3, 4});
  CHECK(said("total.agrees") == 0);
}

TEST_CASE_FIXTURE(Totals, "printed totals of columns that agree are noted once") {
  starts({{"鳥取県", "1", "3", "4"}, {"島根県", "4", "0", "4"}});
  run();
  CHECK(said("total.differs") == 0);
  CHECK(finding("total.agrees").place == Place{"raw/starts.csv", 1, 4});
  CHECK(finding("total.agrees").message.en ==
        "計 is the sum of 2 columns in all 2 rows (8 in all)");
}

TEST_CASE_FIXTURE(Totals, "a national table must be the sum of the prefectures") {
  starts({{"鳥取県", "1", "3", "4"}, {"島根県", "4", "0", "4"}});
  types({{"市", "2", "2"}, {"うち組合", "1", "1"}, {"町村", "3", "2"}, {"合計", "5", "4"}});
  run();
  CHECK(said("total.sources") == 1);
  CHECK(finding("total.sources").place == Place{"raw/types.csv", 5, 3});
  CHECK(finding("total.sources").message.en.find("4 of 全国 is not the sum 3 of starts") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(Totals, "a national table that is the sum of the prefectures is noted") {
  starts({{"鳥取県", "1", "3", "4"}, {"島根県", "4", "0", "4"}});
  types({{"市", "2", "1"}, {"うち組合", "1", "1"}, {"町村", "3", "2"}, {"合計", "5", "3"}});
  run();
  CHECK(said("total.sources") == 0);
  CHECK(finding("total.agrees").level == Level::note);
}

TEST_CASE_FIXTURE(Totals, "a national figure is not compared with a table that lacks prefectures") {
  starts({{"鳥取県", "1", "3", "4"}});
  types({{"市", "2", "2"}, {"合計", "2", "2"}});
  run();
  CHECK(said("total.sources") == 0);
}

TEST_CASE_FIXTURE(Totals, "a prefecture must be the sum of its municipalities once all are there") {
  Source& whole = source("whole", {"都道府県", "件数"}, {{"鳥取県", "9"}, {"島根県", "8"}});
  whole.measures = {{"cases", "件数"}};
  Source& part = cities("part", {"市区町村", "件数"},
                        {{"島根県松江市", "3"}, {"島根県浜田市", "4"}, {"鳥取県米子市", "1"}});
  part.measures = {{"cases", "件数"}};
  run();
  CHECK(said("total.sources") == 1);
  CHECK(finding("total.sources").place == Place{"raw/whole.csv", 3, 2});
}

TEST_CASE_FIXTURE(Totals, "tables of different periods are not compared") {
  Source& whole = source("whole", {"都道府県", "件数"}, {{"鳥取県", "9"}, {"島根県", "8"}});
  whole.measures = {{"cases", "件数"}};
  Source& nation = source("nation", {"区分", "件数"}, {{"全部", "18"}});
  nation.area_column.clear();
  nation.fixed_area = "000000";
  nation.measures = {{"cases", "件数"}};
  nation.period = parse_period("2024-10");
  run();
  CHECK(said("total.sources") == 0);
}

TEST_CASE_FIXTURE(Totals, "a table that lost its total row is an error at the heading") {
  counts({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}});
  run();
  CHECK(finding("total.missing").level == Level::error);
  CHECK(finding("total.missing").place == Place{"raw/counts.csv", 1, 1});
}

TEST_CASE_FIXTURE(Checking, "the printed rate of a total row is no sum") {
  Source& made = source("rates", {"都道府県", "率"},
                        {{"鳥取県", "24.7"}, {"島根県", "2.5"}, {"合計", "11.7"}});
  made.measures = {{"rate", "率"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  count("rate", "rate").adds_up = false;
  run();
  CHECK(said("total.differs") == 0);
}

TEST_CASE_FIXTURE(Checking, "the printed rate of a nation is not the sum of its prefectures'") {
  source("rates", {"都道府県", "率"}, {{"鳥取県", "24.7"}, {"島根県", "2.5"}}).measures = {
      {"rate", "率"}};
  Source& whole = source("whole", {"率"}, {{"11.7"}});
  whole.measures = {{"rate", "率"}};
  whole.area_column = "";
  whole.fixed_area = "000000";
  count("rate", "rate").adds_up = false;
  run();
  CHECK(said("total.sources") == 0);
}

namespace {

/// 訪問 and 通所 of both prefectures, 計 of both, and all that again for 合計.
struct TwoWays : Checking {
  Source& table(const char* whole) {
    Source& made = source("cases", {"都道府県", "区分", "件数"},
                          {{"鳥取県", "訪問", "1"},
                           {"鳥取県", "通所", "2"},
                           {"鳥取県", "計", "3"},
                           {"島根県", "訪問", "3"},
                           {"島根県", "通所", "4"},
                           {"島根県", "計", "7"},
                           {"合計", "訪問", "4"},
                           {"合計", "通所", "6"},
                           {"合計", "計", whole}});
    made.breakdown = {{"service", "区分"}};
    made.measures = {{"cases", "件数"}};
    made.total_row = RowRule{"都道府県", {"合計"}};
    made.of_which = RowRule{"区分", {"計"}};
    count("cases", "cases");
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(TwoWays, "the total of totals is the sum of all counted rows") {
  table("10");
  run();
  CHECK(said("total.differs") == 0);
}

TEST_CASE_FIXTURE(TwoWays, "a total of totals that is not the sum is an error at its cell") {
  table("11");
  run();
  CHECK(finding("total.differs").place == Place{"raw/cases.csv", 10, 3});
}

TEST_CASE_FIXTURE(TwoWays, "a total of a code that counted rows have is the sum of these") {
  table("10").of_which.reset();
  publication.indicators[0].numerator.where = {{"service", {"計"}}};
  run();
  CHECK(said("total.differs") == 0);
}

TEST_CASE_FIXTURE(Checking, "the total of rows that are parts of others is the sum of these") {
  Source& made = source("cases", {"都道府県", "区分", "件数"},
                        {{"鳥取県", "訪問", "3"},
                         {"鳥取県", "うち夜間", "1"},
                         {"島根県", "訪問", "4"},
                         {"島根県", "うち夜間", "2"},
                         {"合計", "訪問", "7"},
                         {"合計", "うち夜間", "3"}});
  made.breakdown = {{"service", "区分"}};
  made.measures = {{"cases", "件数"}};
  made.total_row = RowRule{"都道府県", {"合計"}};
  made.of_which = RowRule{"区分", {"うち夜間"}};
  count("cases", "cases");
  run();
  CHECK(said("total.differs") == 0);
}

TEST_CASE_FIXTURE(Checking, "a complete table of one prefecture is no sum of the nation") {
  publication.prefecture = "鳥取県";
  source("whole", {"国", "件数"}, {{"全国", "9"}}).measures = {{"cases", "件数"}};
  publication.sources.back().fixed_area = "000000";
  Source& own = cities("own", {"市区町村", "件数"}, {{"鳥取県鳥取市", "2"}});
  own.measures = {{"cases", "件数"}};
  own.complete = true;
  count("cases", "cases");
  run();
  CHECK(said("total.sources") == 0);
}
