#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct PercentFractions : Checking {
  Source& rates(const std::string& heading, std::vector<std::string_view> cells) {
    Source& made = source("rates", {"都道府県", heading},
                          {{"鳥取県", cells[0]}, {"島根県", cells[1]}, {"岡山県", cells[2]}});
    made.measures = {{"aging", heading}};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(PercentFractions,
                  "a column of percents with fractions alone is a warning at its heading") {
  rates("高齢化率（％）", {"0.281", "0.407", "0"});
  run();
  CHECK(said("percent.fraction") == 1);
  CHECK(finding("percent.fraction").place == Place{"raw/rates.csv", 1, 2});
  CHECK(finding("percent.fraction").level == Level::warning);
  CHECK(finding("percent.fraction").message.en.find("if 0.407 means 40.7%") != std::string::npos);
}

TEST_CASE_FIXTURE(PercentFractions,
                  "an indicator in percent that takes the column says that it has percents") {
  rates("高齢化率", {"0.281", "0.407", "0.3"});
  count("aging", "aging").unit = "%";
  run();
  CHECK(said("percent.fraction") == 1);
}

TEST_CASE_FIXTURE(PercentFractions, "one rate above 1 shows that the column has percents") {
  rates("増加率（％）", {"0.281", "0.407", "1.2"});
  run();
  CHECK(said("percent.fraction") == 0);
}

TEST_CASE_FIXTURE(PercentFractions, "cells with percent signs are percents") {
  rates("増加率（％）", {"0.281%", "0.407%", "0.3%"});
  run();
  CHECK(said("percent.fraction") == 0);
}

TEST_CASE_FIXTURE(PercentFractions, "a column without a figure above 0 says nothing of fractions") {
  rates("増加率（％）", {"0", "0", "0.0"});
  run();
  CHECK(said("percent.fraction") == 0);
}

TEST_CASE_FIXTURE(PercentFractions, "rates that are that small can be said to be right") {
  rates("増加率（％）", {"0.281", "0.407", "0.3"}).check_levels = {
      {"percent.fraction", "off", {}, {}}};
  run();
  CHECK(said("percent.fraction") == 0);
}

TEST_CASE_FIXTURE(PercentFractions, "one measure in many columns is told once, with their number") {
  Source& made = source("rates", {"都道府県", "2022年度", "2023年度", "2024年度"},
                        {{"鳥取県", "0.1", "0.2", "0.3"},
                         {"島根県", "0.1", "0.2", "0.3"},
                         {"岡山県", "0.1", "0.2", "0.3"}});
  made.unpivots = {{"period",
                    "aging",
                    {{"2022年度", "2022FY"}, {"2023年度", "2023FY"}, {"2024年度", "2024FY"}},
                    ""}};
  count("aging", "aging").unit = "%";
  run();
  CHECK(said("percent.fraction") == 1);
  CHECK(finding("percent.fraction").place == Place{"raw/rates.csv", 1, 2});
  CHECK(finding("percent.fraction").message.en.ends_with("(2 more columns are alike)"));
}

TEST_CASE_FIXTURE(PercentFractions,
                  "a figure that lost its percent sign is a warning at its cell") {
  rates("高齢化率", {"24.7%", "0.251", "19%"});
  run();
  CHECK(said("percent.fraction") == 1);
  CHECK(finding("percent.fraction").place == Place{"raw/rates.csv", 3, 2});
}

TEST_CASE_FIXTURE(PercentFractions, "beside small percents a small figure is one") {
  rates("増加率", {"24.7%", "0.251", "0.9%"});
  run();
  CHECK(said("percent.fraction") == 0);
}

TEST_CASE_FIXTURE(PercentFractions,
                  "where percents stand without their sign a small figure is one") {
  rates("増加率", {"24.7%", "0.251", "19"});
  run();
  CHECK(said("percent.fraction") == 0);
}
