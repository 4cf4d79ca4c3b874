#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Rates : Checking {
  Source& rates(std::initializer_list<Cells> rows) {
    Source& made = cities("rates", {"市区町村", "事業所", "申請", "率"}, rows);
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    made.printed = {{"率", "applications", "offices", 1}};
    return made;
  }

  Source& places(std::initializer_list<Cells> rows) {
    Source& made = cities("places", {"市区町村", "順位", "率"}, rows);
    made.rank_column = "順位";
    made.lists_rate = "率";
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Rates, "a printed rate that does not come out again is an error at its cell") {
  rates({{"鳥取県境港市", "64", "20", "31.2"}, {"鳥取県米子市", "340", "82", "24.1"}});
  run();
  CHECK(said("rate.differs") == 1);
  CHECK(finding("rate.differs").place == Place{"raw/rates.csv", 2, 4});
  CHECK(finding("rate.differs").message.en.find("31.2% is not 20/64 = 31.3%") != std::string::npos);
  CHECK(said("rate.agrees") == 0);
}

TEST_CASE_FIXTURE(Rates, "a percentage that a spreadsheet computed agrees with its parts") {
  rates({{"鳥取県境港市", "7416", "377", "5.0836030204962246%"}});
  run();
  CHECK(said("rate.differs") == 0);
  CHECK(said("rate.agrees") == 1);
}

TEST_CASE_FIXTURE(Rates,
                  "a rate with more decimals than it should have is compared in all of them") {
  rates({{"鳥取県境港市", "7416", "377", "5.0836130204962246%"},
         {"鳥取県米子市", "7416", "377", "5.12"}});
  run();
  CHECK(said("rate.differs") == 2);
}

TEST_CASE_FIXTURE(Rates, "rates that round half up are noted with their number") {
  rates({{"鳥取県境港市", "64", "20", "31.3"}, {"鳥取県米子市", "340", "82", "24.1"}});
  run();
  CHECK(said("rate.differs") == 0);
  CHECK(finding("rate.agrees").place == Place{"raw/rates.csv", 1, 4});
  CHECK(finding("rate.agrees").message.en.find("in all 2 rows") != std::string::npos);
}

TEST_CASE_FIXTURE(Rates, "the rate of a total row is computed again too") {
  rates({{"鳥取県境港市", "64", "20", "31.3"}, {"合計", "64", "20", "31.4"}}).total_row =
      RowRule{"市区町村", {"合計"}};
  run();
  CHECK(finding("rate.differs").place == Place{"raw/rates.csv", 3, 4});
}

TEST_CASE_FIXTURE(Rates, "a printed rate of nothing can not be right") {
  rates({{"鳥取県境港市", "0", "0", "0.0"}});
  run();
  CHECK(finding("rate.differs").place == Place{"raw/rates.csv", 2, 4});
}

TEST_CASE_FIXTURE(Rates, "an empty rate is not compared") {
  rates({{"鳥取県境港市", "64", "20", ""}});
  run();
  for (const Finding& each : findings) CHECK_FALSE(each.code.starts_with("rate."));
}

TEST_CASE_FIXTURE(Rates, "a rate whose parts stand in columns of periods can not be checked") {
  Source& made = rates({{"鳥取県境港市", "64", "20", "31.3"}});
  made.measures = {{"offices", "事業所"}};
  made.unpivots = {{"period", "applications", {{"申請", "2024-09"}}, ""}};
  run();
  CHECK(finding("rate.unclear").place == Place{"raw/rates.csv", 1, 4});
}

TEST_CASE_FIXTURE(Rates, "a numerator over its denominator is an error at the numerator") {
  rates({{"鳥取県境港市", "20", "64", ""}});
  percent("rate", "applications", "offices");
  Observation& figure = observe("312045", "2024-09", {0, 2, 0});
  figure.numerator = Decimal{64, 0};
  figure.denominator = Decimal{20, 0};
  keep();
  run();
  CHECK(finding("ratio.over").place == Place{"raw/rates.csv", 2, 3});
}

TEST_CASE_FIXTURE(Rates, "a ratio that is no share may exceed one") {
  rates({{"鳥取県境港市", "20", "64", ""}});
  percent("rate", "applications", "offices").unit = "人";
  Observation& figure = observe("312045", "2024-09", {0, 2, 0});
  figure.numerator = Decimal{64, 0};
  figure.denominator = Decimal{20, 0};
  keep();
  run();
  CHECK(said("ratio.over") == 0);
}

TEST_CASE_FIXTURE(Rates, "a count below zero is an error at its cell") {
  rates({{"鳥取県境港市", "64", "△20", ""}});
  run();
  CHECK(finding("count.negative").place == Place{"raw/rates.csv", 2, 3});
  CHECK(said("count.negative") == 1);
}

TEST_CASE_FIXTURE(Rates, "places that are shared and left out are right") {
  places({{"鳥取県鳥取市", "1", "40.0"},
          {"鳥取県米子市", "2", "31.3"},
          {"鳥取県境港市", "2", "31.3"},
          {"島根県松江市", "4", "20.0"}});
  run();
  CHECK(said("rank.differs") == 0);
}

TEST_CASE_FIXTURE(Rates, "places in sequence are right for equal rates too") {
  places({{"鳥取県米子市", "1", "31.3"}, {"鳥取県境港市", "2", "31.3"}});
  run();
  CHECK(said("rank.differs") == 0);
}

TEST_CASE_FIXTURE(Rates, "a place that skips one is a warning at its cell") {
  places({{"鳥取県米子市", "1", "31.3"}, {"鳥取県境港市", "3", "30.0"}});
  run();
  CHECK(finding("rank.differs").place == Place{"raw/places.csv", 3, 2});
  CHECK(finding("rank.differs").level == Level::warning);
}

TEST_CASE_FIXTURE(Rates, "a place against the order of the rates is a warning at its cell") {
  places({{"鳥取県鳥取市", "1", "40.0"},
          {"鳥取県米子市", "2", "30.0"},
          {"鳥取県境港市", "3", "31.3"}});
  run();
  CHECK(said("rank.differs") == 1);
  CHECK(finding("rank.differs").place == Place{"raw/places.csv", 4, 2});
}

TEST_CASE_FIXTURE(Rates, "places that follow rising rates are right where less is better") {
  places({{"鳥取県鳥取市", "1", "10.0"}, {"鳥取県米子市", "2", "30.0"}});
  run();
  CHECK(said("rank.differs") == 0);
}

TEST_CASE_FIXTURE(Rates, "rows that share a place with different rates are a warning") {
  places({{"鳥取県鳥取市", "1", "40.0"}, {"鳥取県米子市", "1", "30.0"}});
  run();
  CHECK(finding("rank.differs").place == Place{"raw/places.csv", 3, 2});
}

TEST_CASE_FIXTURE(Rates, "a numerator that is a sum is an error at the denominator") {
  rates({{"鳥取県境港市", "20", "64", ""}});
  percent("rate", "applications", "offices");
  Observation& figure = observe("310000", "2024-09", {0, 1, 0});
  figure.numerator_origin = {-1, -1, summed_row};
  figure.numerator = Decimal{64, 0};
  figure.denominator = Decimal{20, 0};
  keep();
  run();
  CHECK(finding("ratio.over").place == Place{"raw/rates.csv", 2, 2});
}

TEST_CASE_FIXTURE(Rates, "one misprinted place does not turn the whole list around") {
  places({{"鳥取県鳥取市", "99", "40.0"},
          {"鳥取県米子市", "2", "31.3"},
          {"鳥取県境港市", "3", "30.0"},
          {"島根県松江市", "4", "20.0"}});
  run();
  CHECK(said("rank.differs") == 2);  // 99 is against the rates, and no place is the first
}

TEST_CASE_FIXTURE(Rates, "a printed rate over a hundred is an error without an indicator too") {
  rates({{"鳥取県境港市", "64", "80", "125.0"}});
  run();
  CHECK(finding("ratio.over").place == Place{"raw/rates.csv", 2, 3});
}

TEST_CASE_FIXTURE(Rates, "a printed rate that an indicator has is told over a hundred once") {
  rates({{"鳥取県境港市", "64", "80", "125.0"}});
  percent("rate", "applications", "offices");
  Observation& seen = observe("312045", "2024-09", {0, 2, 0});
  seen.numerator = Decimal{80, 0};
  seen.denominator = Decimal{64, 0};
  keep();
  run();
  CHECK(said("ratio.over") == 1);
}
