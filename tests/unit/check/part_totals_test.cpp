#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct PartsAndTotals : Checking {
  Source& costs(std::initializer_list<Cells> rows) {
    Source& made = source("costs", {"都道府県", "費目", "円"}, rows);
    made.breakdown = {{"item", "費目"}};
    made.measures = {{"yen", "円"}};
    return made;
  }

  Indicator& yen() {
    Indicator& made = count("yen", "yen");
    made.title = "費用";
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(PartsAndTotals,
                  "a total that is added up with its parts is an error at its row") {
  costs({{"鳥取県", "人件費", "3"}, {"鳥取県", "印刷費", "4"}, {"鳥取県", "計", "7"}});
  yen();
  run();
  CHECK(said("part.total") == 1);
  CHECK(finding("part.total").place == Place{"raw/costs.csv", 4, 2});
  CHECK(finding("part.total")
            .message.ja.find("total_row = { column = \"費目\", values = [\"計\"] }") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(PartsAndTotals, "where total_row is taken, of_which is advised") {
  Source& made = costs({{"鳥取県", "人件費", "3"}, {"鳥取県", "総　数", "3"}, {"合計", "", "3"}});
  made.total_row = RowRule{"都道府県", {"合計"}};
  yen();
  run();
  CHECK(finding("part.total").message.en.find("of_which = ") != std::string::npos);
}

TEST_CASE_FIXTURE(PartsAndTotals, "a total alone is no part of anything") {
  costs({{"鳥取県", "計", "7"}, {"島根県", "人件費", "5"}, {"島根県", "印刷費", "1"}});
  yen();
  run();
  CHECK(said("part.total") == 0);
}

TEST_CASE_FIXTURE(PartsAndTotals, "a formula that selects one of them adds nothing up") {
  costs({{"鳥取県", "人件費", "3"}, {"鳥取県", "計", "3"}});
  yen().numerator.where = {{"item", {"計"}}};
  run();
  CHECK(said("part.total") == 0);
}

TEST_CASE_FIXTURE(PartsAndTotals, "parts that are shown without a total are not added up") {
  costs({{"鳥取県", "人件費", "3"}, {"鳥取県", "計", "3"}});
  yen().total = false;
  run();
  CHECK(said("part.total") == 0);
}

TEST_CASE_FIXTURE(PartsAndTotals, "a total among unpivoted columns is an error at its heading") {
  Source& made = source("sexes", {"都道府県", "計", "男", "女"}, {{"鳥取県", "7", "3", "4"}});
  made.unpivots = {{"sex", "yen", {{"計", "計"}, {"男", "男"}, {"女", "女"}}, ""}};
  yen();
  run();
  CHECK(finding("part.total").place == Place{"raw/sexes.csv", 1, 2});
}
