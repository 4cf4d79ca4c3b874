#include "measure/printed_totals.h"

#include <doctest/doctest.h>

#include "measure/lineage.h"
#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

/// Cases of cities, of which one is hidden, with printed totals.
struct PrintedTotals : Measuring {
  Source& table(std::initializer_list<Cells> rows, std::vector<std::string> totals) {
    return described(cities("counts", {"市区町村", "件数"}, rows), std::move(totals));
  }

  Source& of_prefectures(std::initializer_list<Cells> rows, std::vector<std::string> totals) {
    return described(source("counts", {"都道府県", "件数"}, rows), std::move(totals));
  }

  Source& described(Source& made, std::vector<std::string> totals) {
    made.measures = {{"cases", "件数"}};
    made.symbols = {{"x", "suppressed"}};
    made.total_row = RowRule{made.area_column, std::move(totals)};
    count("cases", "cases");
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(PrintedTotals, "the printed total of a prefecture stands in for its sum") {
  table({{"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"鳥取県境港市", "3"}, {"鳥取県計", "17"}},
        {"鳥取県計"});
  measure();
  CHECK(text(at("310000").value) == "17");
  CHECK(at("310000").numerator_origin.row == 3);
  CHECK(at("312029").missing == Missing::suppressed);
}

TEST_CASE_FIXTURE(PrintedTotals, "a total that names no area is that of the only prefecture") {
  table({{"合計", "17"}, {"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"鳥取県境港市", "3"}},
        {"合計"});
  measure();
  CHECK(text(at("310000").value) == "17");
}

TEST_CASE_FIXTURE(PrintedTotals, "a total of two prefectures is that of none") {
  table({{"鳥取県鳥取市", "10"},
         {"鳥取県米子市", "x"},
         {"鳥取県境港市", "3"},
         {"島根県松江市", "1"},
         {"島根県浜田市", "1"},
         {"合計", "19"}},
        {"合計"});
  measure();
  CHECK(at("310000").missing == Missing::not_published);
  CHECK(at("000000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(PrintedTotals, "totals of several prefectures add up to the nation") {
  table({{"鳥取県鳥取市", "10"},
         {"鳥取県米子市", "x"},
         {"鳥取県境港市", "3"},
         {"鳥取県計", "17"},
         {"島根県松江市", "1"},
         {"島根県浜田市", "1"},
         {"島根県計", "2"}},
        {"鳥取県計", "島根県計"});
  measure();
  CHECK(text(at("310000").value) == "17");
  CHECK(text(at("000000").value) == "19");
}

TEST_CASE_FIXTURE(PrintedTotals, "a total is that of the prefecture in the column beside") {
  Source& made = cities("counts", {"都道府県", "市区町村", "件数"},
                        {{"鳥取県", "鳥取市", "10"},
                         {"鳥取県", "米子市", "x"},
                         {"鳥取県", "境港市", "3"},
                         {"鳥取県", "計", "17"},
                         {"島根県", "松江市", "1"},
                         {"島根県", "浜田市", "1"},
                         {"島根県", "計", "2"}});
  made.prefecture_column = "都道府県";
  made.area_column = "市区町村";
  described(made, {"計"});
  measure();
  CHECK(text(at("310000").value) == "17");
  CHECK(text(at("000000").value) == "19");
}

TEST_CASE_FIXTURE(PrintedTotals, "a total of some towns is not that of the prefecture") {
  table({{"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"西部計", "17"}}, {"西部計"});
  measure();
  CHECK(at("310000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(PrintedTotals,
                  "a total over rows that lack a town is not that of the prefecture") {
  table({{"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"鳥取県計", "17"}}, {"鳥取県計"});
  measure();
  CHECK(at("310000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(PrintedTotals, "a total of a table is none of towns that stand in another one") {
  table({{"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"計", "17"}}, {"計"});
  cities("other", {"市区町村", "件数"}, {{"鳥取県境港市", "3"}}).measures = {{"cases", "件数"}};
  measure();
  CHECK(at("310000").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(PrintedTotals, "of several printed totals that which is called so is the whole") {
  of_prefectures(
      {{"鳥取県", "x"}, {"島根県", "5"}, {"東部計", "4"}, {"西部計", "5"}, {"合計", "9"}},
      {"東部計", "西部計", "合計"});
  measure();
  CHECK(text(at("000000").value) == "9");
}

TEST_CASE_FIXTURE(PrintedTotals, "the total of all parts is not added to totals of parts") {
  Source& made = source("counts", {"都道府県", "区分", "件数"},
                        {{"鳥取県", "訪問", "x"},
                         {"鳥取県", "通所", "2"},
                         {"島根県", "訪問", "3"},
                         {"島根県", "通所", "4"},
                         {"合計", "訪問", "5"},
                         {"合計", "通所", "6"},
                         {"合計", "計", "11"}});
  described(made, {"合計"});
  made.breakdown = {{"service", "区分"}};
  measure();
  CHECK(text(at("000000").value) == "11");
  CHECK(text(at("000000", "service=訪問").value) == "5");
}

TEST_CASE_FIXTURE(PrintedTotals, "the total of a code that counted rows have is that code's") {
  Source& made = source("counts", {"都道府県", "区分", "件数"},
                        {{"鳥取県", "訪問", "1"},
                         {"鳥取県", "計", "x"},
                         {"島根県", "訪問", "3"},
                         {"島根県", "計", "4"},
                         {"合計", "訪問", "4"},
                         {"合計", "計", "9"}});
  described(made, {"合計"}).breakdown = {{"service", "区分"}};
  publication.indicators[0].numerator.where = {{"service", {"計"}}};
  measure();
  CHECK(text(at("000000").value) == "9");
}

TEST_CASE_FIXTURE(PrintedTotals, "a total is explained by its cell") {
  table({{"鳥取県鳥取市", "10"}, {"鳥取県米子市", "x"}, {"鳥取県境港市", "3"}, {"鳥取県計", "17"}},
        {"鳥取県計"});
  measure();
  const Lineage of = lineage_of(publication, areas, measured, at("310000"));
  REQUIRE(of.numerator.cells.size() == 1);
  CHECK(of.numerator.cells.front().place == Place{"raw/counts.csv", 5, 2});
}
