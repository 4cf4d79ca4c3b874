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
