#include "check/series.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Series : Checking {
  Series() {
    source("counts", {"都道府県", "件数"}, {{"鳥取県", "3"}, {"島根県", "4"}}).measures = {
        {"cases", "件数"}};
    count("cases", "cases");
  }

  Observation& figure(const std::string& period, std::int64_t value) {
    Observation& made = observe("310000", period, {0, 1, 0});
    made.value = Decimal{value, 0};
    return made;
  }

  /// One figure a fiscal year from 2015 on.
  void years(const std::vector<std::int64_t>& values) {
    int year = 2015;
    for (const std::int64_t value : values) figure(std::to_string(year++) + "FY", value);
    keep();
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(Series, "a figure far from its own history is a warning at its cell") {
  years({1000, 1020, 1010, 1050, 1040, 4100});
  CHECK(said("series.jump") == 1);
  CHECK(finding("series.jump").place == Place{"raw/counts.csv", 2, 2});
  CHECK(finding("series.jump").level == Level::warning);
}

TEST_CASE_FIXTURE(Series, "a figure that grows as before is no jump") {
  years({1000, 1100, 1210, 1330, 1460, 1610});
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "small counts move by chance and are no jump") {
  years({3, 5, 2, 6, 4, 8});
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "a jump is not told from three earlier figures") {
  years({1000, 1010, 1020, 3000});
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "ones among thousands are told as another unit") {
  years({1234, 1240, 1250000});
  CHECK(said("series.unit") == 1);
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "a share among percents is told as another unit") {
  publication.indicators[0].unit = "%";
  Observation& before = figure("2023FY", 0);
  before.value = Decimal{60, 1};
  Observation& after = figure("2024FY", 0);
  after.value = Decimal{6, 2};
  keep();
  run();
  CHECK(said("series.unit") == 1);
}

TEST_CASE_FIXTURE(Series, "a year that a regular series leaves out is a warning at the indicator") {
  figure("2018FY", 10);
  figure("2019FY", 11);
  figure("2020FY", 12);
  figure("2022FY", 13);
  keep();
  run();
  CHECK(said("series.gap") == 1);
  CHECK(finding("series.gap").message.en.find("2020FY and 2022FY") != std::string::npos);
}

TEST_CASE_FIXTURE(Series, "figures of every third year have no gap") {
  figure("2016FY", 10);
  figure("2019FY", 11);
  figure("2022FY", 12);
  keep();
  run();
  CHECK(said("series.gap") == 0);
}

TEST_CASE_FIXTURE(Series, "a provisional figure older than a final one is a warning") {
  figure("2022FY", 10).flags = provisional;
  figure("2023FY", 11);
  keep();
  run();
  CHECK(said("series.provisional") == 1);
}

TEST_CASE_FIXTURE(Series, "the newest figure may be provisional") {
  figure("2022FY", 10);
  figure("2023FY", 11).flags = provisional;
  keep();
  run();
  CHECK(said("series.provisional") == 0);
}

TEST_CASE_FIXTURE(
    Checking, "columns of periods that run to and fro are a warning at the heading that turns") {
  source("centres", {"都道府県", "2024-12", "2024-07", "2025-03"}, {{"鳥取県", "1", "2", "3"}})
      .unpivots = {{"period",
                    "centres",
                    {{"2024-12", "2024-12"}, {"2024-07", "2024-07"}, {"2025-03", "2025-03"}},
                    ""}};
  count("centres", "centres");
  run();
  CHECK(said("period.order") == 1);
  CHECK(finding("period.order").place == Place{"raw/centres.csv", 1, 3});
}

TEST_CASE_FIXTURE(Checking, "columns of periods may run backwards") {
  source("centres", {"都道府県", "2024-12", "2024-07"}, {{"鳥取県", "1", "2"}}).unpivots = {
      {"period", "centres", {{"2024-12", "2024-12"}, {"2024-07", "2024-07"}}, ""}};
  count("centres", "centres");
  run();
  CHECK(said("period.order") == 0);
}

TEST_CASE_FIXTURE(Checking,
                  "rows whose periods run to and fro are a warning at the first that does") {
  Source& made =
      source("counts", {"都道府県", "年度", "件数"},
             {{"鳥取県", "2021FY", "1"}, {"鳥取県", "2023FY", "2"}, {"鳥取県", "2022FY", "3"}});
  made.measures = {{"cases", "件数"}};
  made.period_column = "年度";
  count("cases", "cases");
  run();
  CHECK(finding("period.order").place == Place{"raw/counts.csv", 4, 2});
}

TEST_CASE_FIXTURE(Series, "a figure that slips for one year is told once, where it stands") {
  years({1234, 1240, 1250000, 1260, 1270});
  CHECK(said("series.unit") == 1);
  CHECK(finding("series.unit").message.en.find("2017FY") != std::string::npos);
}

TEST_CASE_FIXTURE(Series, "hundreds that are none all at once are a jump") {
  years({1234, 1240, 0});
  CHECK(said("series.jump") == 1);
}

TEST_CASE_FIXTURE(Series, "few that are none are no jump") {
  years({12, 14, 0});
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "a year in which nearly all areas change their unit is told once") {
  for (int each = 0; each < 8; ++each) {
    add_area(areas, std::to_string(900000 + each), "県" + std::to_string(each), Areas::nation);
    observe(std::to_string(900000 + each), "2022FY", {0, 1, 0}).value = Decimal{600 + each, 1};
    observe(std::to_string(900000 + each), "2023FY", {0, 1, 1}).value = Decimal{600 + each, 3};
  }
  publication.indicators[0].unit = "%";
  keep();
  run();
  CHECK(said("series.unit") == 1);
  CHECK(finding("series.unit").message.en.find("7 other areas") != std::string::npos);
}

TEST_CASE_FIXTURE(Series, "last days of months count as months") {
  for (const char* day : {"2024-04-30", "2024-05-31", "2024-07-31", "2024-08-31"}) figure(day, 10);
  keep();
  run();
  CHECK(said("series.gap") == 1);
}

TEST_CASE_FIXTURE(Series, "days of no order have no gap") {
  for (const char* day : {"2024-04-03", "2024-05-31", "2024-07-12"}) figure(day, 10);
  keep();
  run();
  CHECK(said("series.gap") == 0);
}

TEST_CASE_FIXTURE(Series, "one of three months is told to be missing before the last") {
  for (const char* month : {"2024-04", "2024-05", "2024-07"}) figure(month, 10);
  keep();
  run();
  CHECK(said("series.gap") == 1);
}

TEST_CASE_FIXTURE(Series, "a period of the future makes no gap") {
  for (const char* year : {"2021FY", "2022FY", "2023FY", "2031FY"}) figure(year, 10);
  keep();
  run();
  CHECK(said("series.gap") == 0);
}

TEST_CASE_FIXTURE(Series, "a provisional figure of a year before another one is a warning") {
  figure("2022FY", 10).flags = provisional;
  figure("2023FY", 11).flags = provisional;
  keep();
  run();
  CHECK(said("series.provisional") == 1);
  CHECK(finding("series.provisional").place == Place{"raw/counts.csv", 2, 2});
}

TEST_CASE_FIXTURE(Series, "a figure that is provisional for more than two years is a warning") {
  figure("2021FY", 10).flags = provisional;
  keep();
  run();
  CHECK(said("series.provisional") == 1);
}

TEST_CASE_FIXTURE(Series, "a year that turned all areas over is no jump of one") {
  for (int each = 0; each < 25; ++each) {
    const std::string code = std::to_string(900000 + each);
    add_area(areas, code, "県" + std::to_string(each), Areas::nation);
    int year = 2015;
    for (const std::int64_t value : {1000, 1010, 1005, 1015, 1010, 400 + each}) {
      const auto row = static_cast<std::int32_t>(each % 2);
      observe(code, std::to_string(year++) + "FY", {0, 1, row}).value = Decimal{value, 0};
    }
  }
  keep();
  run();
  CHECK(said("series.jump") == 0);
}

TEST_CASE_FIXTURE(Series, "a sum of several rows is looked at where no parts are kept") {
  int year = 2020;
  for (const std::int64_t value : {1234, 1240, 1250000})
    observe("310000", std::to_string(year++) + "FY", {0, -1, several_rows}).value =
        Decimal{value, 0};
  keep();
  run();
  CHECK(said("series.unit") == 1);
  CHECK(finding("series.unit").place.file == "raw/counts.csv");
}

TEST_CASE_FIXTURE(Series, "a sum of areas is not looked at beside them") {
  int year = 2020;
  for (const std::int64_t value : {1234, 1240, 1250000})
    observe("310000", std::to_string(year++) + "FY", {0, -1, summed_row}).value = Decimal{value, 0};
  keep();
  run();
  CHECK(said("series.unit") == 0);
}

namespace {

struct YearsOfRows : Checking {
  Source& years(std::initializer_list<Cells> rows) {
    Source& made = source("counts", {"都道府県", "区分", "年度", "件数"}, rows);
    made.measures = {{"cases", "件数"}};
    made.breakdown = {{"kind", "区分"}};
    made.period_column = "年度";
    count("cases", "cases");
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(YearsOfRows, "each part of an area may have its years one below the other") {
  years({{"鳥取県", "A", "2022FY", "1"},
         {"鳥取県", "A", "2023FY", "2"},
         {"鳥取県", "B", "2022FY", "3"},
         {"鳥取県", "B", "2023FY", "4"}});
  run();
  CHECK(said("period.order") == 0);
}

TEST_CASE_FIXTURE(YearsOfRows, "years of one part that run to and fro are told") {
  years({{"鳥取県", "A", "2022FY", "1"},
         {"鳥取県", "B", "2022FY", "1"},
         {"鳥取県", "A", "2024FY", "2"},
         {"鳥取県", "B", "2023FY", "1"},
         {"鳥取県", "A", "2023FY", "3"}});
  run();
  CHECK(finding("period.order").place == Place{"raw/counts.csv", 6, 3});
}

TEST_CASE_FIXTURE(YearsOfRows, "bare years below 年度 run as the fiscal years that they are") {
  years({{"鳥取県", "A", "R4", "1"}, {"鳥取県", "A", "R6", "2"}, {"鳥取県", "A", "2023", "3"}});
  run();
  CHECK(finding("period.order").place == Place{"raw/counts.csv", 4, 3});
}

TEST_CASE_FIXTURE(YearsOfRows, "each area may have totals of its years") {
  years({{"鳥取県", "A", "2022FY", "1"},
         {"鳥取県", "合計", "2022FY", "1"},
         {"鳥取県", "A", "2023FY", "2"},
         {"鳥取県", "合計", "2023FY", "2"},
         {"島根県", "A", "2022FY", "1"},
         {"島根県", "合計", "2022FY", "1"}})
      .total_row = RowRule{"区分", {"合計"}};
  run();
  CHECK(said("period.order") == 0);
}

TEST_CASE_FIXTURE(YearsOfRows, "totals whose years run to and fro are told") {
  years({{"合計", "", "2022FY", "1"}, {"合計", "", "2024FY", "1"}, {"合計", "", "2023FY", "2"}})
      .total_row = RowRule{"都道府県", {"合計"}};
  run();
  CHECK(finding("period.order").place == Place{"raw/counts.csv", 4, 3});
}

TEST_CASE_FIXTURE(YearsOfRows, "the order of groups of rows says nothing of the file") {
  years({});
  Table& grouped = publication.tables.back();
  grouped.add_group({"鳥取県", "A", "2024FY", "1"}, 2, 3);
  grouped.add_group({"鳥取県", "A", "2025FY", "1"}, 3, 2);
  grouped.add_group({"鳥取県", "A", "2023FY", "1"}, 9, 1);
  run();
  CHECK(said("period.order") == 0);
}

TEST_CASE_FIXTURE(Series, "a plan behind what is known is no end of a gap, one between fills it") {
  publication.as_of = "2030-12-31";
  for (const char* year : {"2015FY", "2016FY", "2017FY", "2019FY"}) figure(year, 10);
  figure("2018FY", 10).flags = planned;
  figure("2022FY", 10).flags = planned;
  keep();
  run();
  CHECK(said("series.gap") == 0);
}

TEST_CASE_FIXTURE(Series, "a plan that is provisional too is none that has to become final") {
  figure("2015FY", 10).flags = planned | provisional;
  keep();
  run();
  CHECK(said("series.provisional") == 0);
}
