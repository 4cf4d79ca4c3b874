#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct SubtotalRows : Checking {
  /// Cities with a subtotal behind each block of two.
  void blocks(std::string_view last, std::vector<std::string> words = {"小計"},
              const std::string& heading = "数") {
    Source& made = source("counts", {"市", heading},
                          {{"鳥取市", "1"},
                           {"米子市", "2"},
                           {"小計", "3"},
                           {"境港市", "3"},
                           {"倉吉市", "4"},
                           {"小計", "7"},
                           {"松江市", "5"},
                           {"浜田市", "6"},
                           {"小計", "11"},
                           {"出雲市", "7"},
                           {"益田市", "8"},
                           {words[0], last}});
    made.measures = {{"cases", heading}};
    words.emplace_back("小計");
    made.of_which = RowRule{"市", words};
    run();
  }

  void part_of(std::string_view part, std::string_view of) {
    Source& made = source("counts", {"市", "数"}, {{"鳥取市", of}, {"うち女", part}});
    made.measures = {{"cases", "数"}};
    made.of_which = RowRule{"市", {"うち女"}};
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(
    SubtotalRows,
    "a subtotal that is not the sum of its block where the others are is a warning at its cell") {
  blocks("16");
  CHECK(said("subtotal.differs") == 1);
  CHECK(finding("subtotal.differs").place == Place{"raw/counts.csv", 13, 2});
  CHECK(finding("subtotal.differs").level == Level::warning);
}

TEST_CASE_FIXTURE(SubtotalRows, "subtotals that add up say nothing") {
  blocks("15");
  CHECK(said("subtotal.differs") == 0);
}

TEST_CASE_FIXTURE(SubtotalRows,
                  "a row of another name need not be the sum of what stands above it") {
  blocks("99", {"市計"});
  CHECK(said("subtotal.differs") == 0);
}

TEST_CASE_FIXTURE(SubtotalRows,
                  "a row whose other columns add up is a subtotal whatever its name is") {
  Source& made = source("counts", {"市", "a", "b", "c", "d"},
                        {{"鳥取市", "1", "2", "3", "4"},
                         {"米子市", "5", "6", "7", "8"},
                         {"東部計", "6", "8", "10", "13"},
                         {"境港市", "1", "2", "3", "4"},
                         {"倉吉市", "1", "1", "1", "1"},
                         {"中部計", "2", "3", "4", "5"},
                         {"松江市", "1", "2", "3", "4"},
                         {"浜田市", "2", "2", "2", "2"},
                         {"西部計", "3", "4", "5", "6"}});
  made.measures = {{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}};
  made.of_which = RowRule{"市", {"東部計", "中部計", "西部計"}};
  run();
  CHECK(said("subtotal.differs") == 1);
  CHECK(finding("subtotal.differs").place == Place{"raw/counts.csv", 4, 5});
}

TEST_CASE_FIXTURE(SubtotalRows, "people who are counted once need not add up") {
  blocks("14", {"小計"}, "実人員");
  CHECK(said("subtotal.differs") == 0);
}

TEST_CASE_FIXTURE(SubtotalRows, "a part above the row that it is a part of is a warning") {
  part_of("6", "5");
  CHECK(finding("subtotal.over").place == Place{"raw/counts.csv", 3, 2});
}

TEST_CASE_FIXTURE(SubtotalRows, "a part may be the whole") {
  part_of("5", "5");
  CHECK(said("subtotal.over") == 0);
}

TEST_CASE_FIXTURE(SubtotalRows, "a part is held against no row of another area") {
  Source& made = source("counts", {"市", "区分", "数"},
                        {{"鳥取市", "総数", "100"},
                         {"米子市", "総数", "5"},
                         {"鳥取市", "うち女", "60"},
                         {"米子市", "うち女", "2"}});
  made.measures = {{"cases", "数"}};
  made.breakdown = {{"sex", "区分"}};
  made.of_which = RowRule{"区分", {"うち女"}};
  run();
  CHECK(said("subtotal.over") == 0);
}

TEST_CASE_FIXTURE(SubtotalRows, "a part that leaves its area out is one of the row above") {
  Source& made =
      source("counts", {"市", "区分", "数"}, {{"鳥取市", "総数", "100"}, {"", "うち女", "101"}});
  made.measures = {{"cases", "数"}};
  made.breakdown = {{"sex", "区分"}};
  made.of_which = RowRule{"区分", {"うち女"}};
  run();
  CHECK(finding("subtotal.over").place == Place{"raw/counts.csv", 3, 3});
}

TEST_CASE_FIXTURE(SubtotalRows, "of several rows of one name that do not add up none is sure") {
  Source& made = source("counts", {"市", "数"}, {});
  Table& table = publication.tables.back();
  int line = 1;
  for (const std::string_view sum : {"3", "3", "3", "9", "8"})
    for (const auto& [name, figure] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"鳥取市", "1"}, {"米子市", "2"}, {"小計", sum}})
      table.add_row(Cells{name, figure}, ++line);
  made.measures = {{"cases", "数"}};
  made.of_which = RowRule{"市", {"小計"}};
  run();
  CHECK(said("subtotal.differs") == 0);
}
