#include "check/names_beside.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

/// The five cities by name, with their codes and prefectures beside them.
struct Beside : Checking {
  Source& towns(std::string_view code, std::string_view prefecture) {
    Source& made = cities("towns", {"市区町村", "コード", "県", "件数"},
                          {{"鳥取県鳥取市", "312011", "鳥取県", "1"},
                           {"鳥取県米子市", code, prefecture, "2"},
                           {"鳥取県境港市", "312045", "鳥取県", "3"},
                           {"島根県松江市", "322016", "島根県", "4"},
                           {"島根県浜田市", "322024", "島根県", "5"},
                           {"鳥取県鳥取市", "312011", "鳥取県", "6"},
                           {"鳥取県境港市", "312045", "鳥取県", "7"},
                           {"島根県松江市", "322016", "島根県", "8"},
                           {"島根県浜田市", "322024", "島根県", "9"},
                           {"島根県浜田市", "322024", "島根県", "9"}});
    made.measures = {{"cases", "件数"}};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Beside, "codes and prefectures beside the names that are theirs are fine") {
  towns("312029", "鳥取県");
  run();
  CHECK(said("name.differs") == 0);
}

TEST_CASE_FIXTURE(Beside, "a code beside a name that has another one is a warning at its cell") {
  towns("312037", "鳥取県");
  run();
  CHECK(said("name.differs") == 1);
  CHECK(finding("name.differs").place == Place{"raw/towns.csv", 3, 2});
  CHECK(finding("name.differs").message.en.find("鳥取県米子市 (312029)") != std::string::npos);
}

TEST_CASE_FIXTURE(Beside, "a prefecture that is not the area's is a warning at its cell") {
  towns("31202", "島根県");
  run();
  CHECK(said("name.differs") == 1);
  CHECK(finding("name.differs").place == Place{"raw/towns.csv", 3, 3});
}

TEST_CASE_FIXTURE(Beside, "a column that names something else is not compared") {
  towns("312029", "鳥取県").measures = {};
  publication.tables[0].replace(0, 2, "");
  for (int row = 2; row < 8; ++row) publication.tables[0].replace(row, 2, "中国地方");
  run();
  CHECK(said("name.differs") == 0);
}

TEST_CASE_FIXTURE(Beside, "a code of before a change beside the same area of today is fine") {
  areas.add_change(
      {"2018-10-01", "市制施行", "313980", "鳥取県米子町", "312029", "鳥取県米子市", {}, {}});
  towns("313980", "鳥取県");
  run();
  CHECK(said("name.differs") == 0);
}

TEST_CASE_FIXTURE(Beside, "a code of a town that was joined to another is a warning") {
  areas.add_change(
      {"2018-10-01", "編入", "313980", "鳥取県米子町", "312029", "鳥取県米子市", {}, {}});
  towns("313980", "鳥取県");
  run();
  CHECK(said("name.differs") == 1);
}
