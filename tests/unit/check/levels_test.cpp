#include "check/levels.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Levels : Checking {
  Source& made = source("counts", {"都道府県", "件数", "注"}, {{"鳥取県", "3", "=SUM(A1)"}});

  Levels() {
    made.measures = {{"cases", "件数"}};
    count("cases", "cases");
  }
};

}  // namespace

TEST_CASE_FIXTURE(Levels, "a text that a spreadsheet would run is a warning at its cell") {
  run();
  CHECK(finding("cell.formula").place == Place{"raw/counts.csv", 2, 3});
  CHECK(finding("cell.formula").level == Level::warning);
}

TEST_CASE_FIXTURE(Levels, "a source may make a check heavier") {
  made.check_levels = {{"cell.formula", "error", "", {"sources.toml", 20, 1}}};
  run();
  CHECK(finding("cell.formula").level == Level::error);
}

TEST_CASE_FIXTURE(Levels, "a source may turn a warning off") {
  made.check_levels = {{"cell.formula", "off", "", {"sources.toml", 20, 1}}};
  run();
  CHECK(said("cell.formula") == 0);
}

TEST_CASE_FIXTURE(Levels, "an error is lowered with a reason only") {
  made.check_levels = {{"count.negative", "note", "", {"sources.toml", 20, 1}}};
  run();
  CHECK(finding("check.reason").place == Place{"sources.toml", 20, 1});
}

TEST_CASE_FIXTURE(Levels, "a lowered error with its reason blocks no longer") {
  publication.tables[0] = Table("raw/counts.csv", {"都道府県", "件数", "注"});
  publication.tables[0].add_row({"鳥取県", "-3", ""}, 2);
  made.check_levels = {{"count.negative", "note", "増減の数", {"sources.toml", 20, 1}}};
  run();
  CHECK(finding("count.negative").level == Level::note);
}

TEST_CASE_FIXTURE(Levels, "a level for a check that does not exist names the nearest") {
  made.check_levels = {{"cell.formulas", "off", "", {"sources.toml", 20, 1}}};
  run();
  CHECK(finding("check.unknown").message.en.find("cell.formula") != std::string::npos);
}

TEST_CASE_FIXTURE(Checking, "a printed share over 100 percent is a warning at its cell") {
  source("kpi", {"都道府県", "率"}, {{"鳥取県", "600"}}).measures = {{"rate", "率"}};
  count("rate", "rate").unit = "%";
  observe("310000", "2024FY", {0, 1, 0}).value = Decimal{600, 0};
  keep();
  run();
  CHECK(finding("percent.over").place == Place{"raw/kpi.csv", 2, 2});
}

TEST_CASE_FIXTURE(Levels, "a source may turn off what stands at the indicators made of it") {
  for (const char* year : {"2019FY", "2020FY", "2021FY", "2023FY"})
    observe("310000", year, {0, 1, 0}).value = Decimal{3, 0};
  keep();
  run();
  CHECK(said("series.gap") == 1);
  made.check_levels = {{"series.gap", "off", "", {"sources.toml", 20, 1}}};
  findings.clear();
  check(publication, areas, measured, findings);
  CHECK(said("series.gap") == 0);
}

TEST_CASE_FIXTURE(Checking, "a total among parts may be lowered with its reason") {
  Source& made = source("parts", {"都道府県", "区分", "件数"},
                        {{"鳥取県", "訪問", "3"}, {"鳥取県", "計", "3"}});
  made.breakdown = {{"service", "区分"}};
  made.measures = {{"cases", "件数"}};
  made.check_levels = {{"part.total", "warning", "計は区分の名前", {"sources.toml", 20, 1}}};
  count("cases", "cases");
  run();
  CHECK(said("check.unknown") == 0);
  CHECK(finding("part.total").level == Level::warning);
}
