#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct CellUnits : Checking {
  void read(std::initializer_list<std::vector<std::string_view>> rows) {
    source("counts", {"都道府県", "数"}, rows).measures = {{"cases", "数"}};
    count("cases", "cases");
    run();
  }
};

struct HeadedUnits : Checking {
  void read(const std::string& heading, const std::string& unit,
            std::initializer_list<std::vector<std::string_view>> rows) {
    source("costs", {"都道府県", heading}, rows).measures = {{"cost", heading}};
    count("cost", "cost").unit = unit;
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(CellUnits,
                  "a figure in another unit than its column's is a warning at its cell") {
  read({{"鳥取県", "5人"}, {"島根県", "7円"}, {"岡山県", "8人"}});
  CHECK(finding("cell.unit").place == Place{"raw/counts.csv", 3, 2});
  CHECK(finding("cell.unit").level == Level::warning);
  CHECK(said("cell.unit") == 1);
}

TEST_CASE_FIXTURE(CellUnits, "numbers without a unit agree with every unit") {
  read({{"鳥取県", "5人"}, {"島根県", "7"}, {"岡山県", "8人"}});
  CHECK(said("cell.unit") == 0);
}

TEST_CASE_FIXTURE(CellUnits, "two spellings of one unit are one unit") {
  read({{"鳥取県", "5人"}, {"島根県", "7名"}, {"岡山県", "８人"}});
  CHECK(said("cell.unit") == 0);
}

TEST_CASE_FIXTURE(CellUnits, "where two units are equally many the first is the column's") {
  read({{"鳥取県", "5件"}, {"島根県", "7円"}});
  CHECK(finding("cell.unit").place == Place{"raw/counts.csv", 3, 2});
}

TEST_CASE_FIXTURE(HeadedUnits, "a figure in another unit than its heading's is a warning") {
  read("給付費（千円）", "千円", {{"鳥取県", "41,000円"}, {"島根県", "35000"}});
  CHECK(finding("cell.unit").place == Place{"raw/costs.csv", 2, 2});
  CHECK(said("cell.unit") == 1);
}

TEST_CASE_FIXTURE(HeadedUnits,
                  "every figure that contradicts the heading is told, also most of them") {
  read("利用者数（人）", "人", {{"鳥取県", "24.7%"}, {"島根県", "30件"}, {"岡山県", "5人"}});
  CHECK(said("cell.unit") == 2);
}

TEST_CASE_FIXTURE(HeadedUnits, "things that are counted by other words are no other unit") {
  read("事業所数（か所）", "件", {{"鳥取県", "5箇所"}, {"島根県", "7"}});
  CHECK(said("cell.unit") == 0);
  CHECK(said("indicator.unit") == 0);
}

TEST_CASE_FIXTURE(HeadedUnits,
                  "an indicator in another unit than its column's heading is a warning") {
  read("給付費（千円）", "円", {{"鳥取県", "35000"}});
  CHECK(finding("indicator.unit").place == Place{"raw/costs.csv", 1, 2});
  CHECK(finding("indicator.unit").level == Level::warning);
}

TEST_CASE_FIXTURE(HeadedUnits,
                  "an indicator in another unit than its column's cells is a warning") {
  read("残業", "時間", {{"鳥取県", "20"}, {"島根県", "30分"}});
  CHECK(finding("indicator.unit").place == Place{"raw/costs.csv", 3, 2});
}

TEST_CASE_FIXTURE(HeadedUnits, "an indicator in the unit of its column is fine") {
  read("利用率（％）", "%", {{"鳥取県", "24.7%"}, {"島根県", "30"}});
  CHECK(said("indicator.unit") == 0);
  CHECK(said("cell.unit") == 0);
}

TEST_CASE_FIXTURE(HeadedUnits, "brackets that hold no unit say nothing") {
  read("給付費（再掲）", "円", {{"鳥取県", "41,000円"}, {"島根県", "35000"}});
  CHECK(said("indicator.unit") == 0);
  CHECK(said("cell.unit") == 0);
}

namespace {

struct UnitsAbove : Checking {
  void read(std::initializer_list<const char*> above, const std::string& unit) {
    source("costs", {"都道府県", "給付費"}, {{"鳥取県", "41"}}).measures = {{"cost", "給付費"}};
    for (const char* text : above)
      publication.tables[0].add_unit_above({text, {"raw/costs.csv", 1, 2}});
    count("cost", "cost").unit = unit;
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(UnitsAbove, "the unit above a table is that of its columns") {
  read({"（単位：千円）"}, "円");
  CHECK(finding("indicator.unit").place == Place{"raw/costs.csv", 1, 2});
}

TEST_CASE_FIXTURE(UnitsAbove, "an indicator in the unit above a table is right") {
  read({"第3表　給付費（単位：千円）"}, "千円");
  CHECK(said("indicator.unit") == 0);
}

TEST_CASE_FIXTURE(UnitsAbove, "the unit above a table is none of columns of another kind") {
  read({"単位：千円"}, "人");
  CHECK(said("indicator.unit") == 0);
}

TEST_CASE_FIXTURE(UnitsAbove, "of several units above a table none is known to be meant") {
  read({"（単位：千円）", "（単位：人）"}, "円");
  CHECK(said("indicator.unit") == 0);
  read({"（単位：円、千円）"}, "円");
  CHECK(said("indicator.unit") == 0);
}

namespace {

struct UnitsOfSides : Checking {
  void read(const std::string& part, const std::string& whole) {
    source("users", {"都道府県", part, whole}, {{"鳥取県", "4", "50"}}).measures = {
        {"users", part}, {"people", whole}};
    percent("share", "users", "people");
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(UnitsOfSides, "a share of people by the thousand of people one by one is told") {
  read("利用者（千人）", "人口（人）");
  CHECK(finding("indicator.unit").place == Place{"raw/users.csv", 1, 2});
}

TEST_CASE_FIXTURE(UnitsOfSides,
                  "a share of two sides in one unit, or in units of two kinds, is not") {
  read("利用者（人）", "人口（名）");
  CHECK(said("indicator.unit") == 0);
  read("申請（件）", "人口（千人）");
  CHECK(said("indicator.unit") == 0);
}
