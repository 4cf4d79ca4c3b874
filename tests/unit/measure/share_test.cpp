#include <doctest/doctest.h>

#include "measure/measure.h"
#include "measure/remainder.h"
#include "measure/share.h"
#include "unit/measure/small_country.h"

using namespace yokoten;

namespace {

struct Sharing : SmallCountry {
  Measured measured;

  /// Totals of both prefectures and figures of some cities.
  void figures(std::initializer_list<Cells> prefectures, std::initializer_list<Cells> listed) {
    Source& whole = source("whole", {"都道府県", "事業所", "申請"}, prefectures);
    whole.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    Source& part = cities("part", {"市区町村", "事業所", "申請"}, listed);
    part.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    percent("rate", "applications", "offices");
    count("applications", "applications");
  }

  Indicator& share(const std::string& of, std::int64_t at_least) {
    Indicator& made = indicator("share", IndicatorKind::share_of_areas);
    made.condition_indicator = of;
    made.condition_at_least = Decimal{at_least, 0};
    made.unit = "%";
    made.levels = {AreaLevel::nation, AreaLevel::prefecture};
    return made;
  }

  const Observation& at(const std::string& code, const std::string& id = "share") {
    if (measured.facts.empty()) {
      auto made = measure(publication, areas, findings);
      REQUIRE(made);
      measured = std::move(*made);
    }
    const FoundObservation found = measured.cube.find(
        publication.indicator(id), area(code), measured.cube.period_id(*parse_period("2024-09")));
    REQUIRE(found);
    return *found;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Sharing, "a share is exact when every area below has a figure") {
  figures({}, {{"鳥取県鳥取市", "10", "3"},
               {"鳥取県米子市", "10", "2"},
               {"鳥取県境港市", "64", "20"},
               {"島根県松江市", "10", "0"},
               {"島根県浜田市", "10", "1"}});
  share("rate", 30);
  CHECK(text(at("310000").value) == "66.666667");
  CHECK_FALSE(at("310000").has(bound));
  CHECK(text(at("000000").value) == "40.000000");
  CHECK(text(at("320005").value) == "0.000000");
}

TEST_CASE_FIXTURE(Sharing, "a share of some areas is only a bound") {
  figures({{"鳥取県", "948", "100"}, {"島根県", "1346", "34"}}, {{"鳥取県境港市", "64", "20"}});
  share("rate", 30);
  CHECK(text(at("310000").value) == "none");
  CHECK(text(at("310000").lower) == "33.333333");
  CHECK(text(at("310000").numerator) == "1");
  CHECK(text(at("310000").denominator) == "3");
  CHECK(at("310000").has(bound));
  CHECK(at("310000").missing == Missing::none);
  CHECK(text(at("000000").lower) == "20.000000");
}

TEST_CASE_FIXTURE(Sharing, "a bound that surely meets the condition leaves the share exact") {
  figures({}, {{"鳥取県鳥取市", "100", "90以上"},
               {"鳥取県米子市", "10", "2"},
               {"鳥取県境港市", "64", "20"}});
  share("rate", 50);
  CHECK(text(at("310000").value) == "33.333333");
  CHECK_FALSE(at("310000").has(bound));
}

TEST_CASE_FIXTURE(Sharing, "the evidence of a share has the area whose bound meets the condition") {
  figures({}, {{"鳥取県鳥取市", "100", "90以上"},
               {"鳥取県米子市", "10", "2"},
               {"鳥取県境港市", "64", "20"}});
  share("rate", 50);
  const Observation& seen = at("310000");
  const ShareEvidence evidence = share_evidence(publication, areas, measured, seen);
  REQUIRE(evidence.met.size() == 1);
  CHECK(evidence.met.front()->area == area("312011"));
}

TEST_CASE_FIXTURE(Sharing, "a share with nothing proven is missing and never zero") {
  figures({{"鳥取県", "948", "100"}, {"島根県", "1346", "34"}}, {{"鳥取県境港市", "64", "20"}});
  share("rate", 30);
  CHECK(at("320005").missing == Missing::not_published);
  CHECK(text(at("320005").lower) == "none");
  CHECK_FALSE(at("320005").has(bound));
}

TEST_CASE_FIXTURE(Sharing, "what is left of a prefecture proves one more area by its count") {
  figures({{"鳥取県", "948", "100"}, {"島根県", "1346", "34"}}, {{"鳥取県境港市", "64", "20"}});
  share("applications", 1);
  CHECK(text(at("310000").numerator) == "2");
  CHECK(text(at("320005").numerator) == "1");
  CHECK(text(at("000000").numerator) == "3");
}

TEST_CASE_FIXTURE(Sharing, "a count that may be spread too thin proves nothing") {
  figures({{"鳥取県", "948", "24"}, {"島根県", "1346", "6"}}, {{"鳥取県境港市", "64", "20"}});
  share("applications", 4);
  CHECK(text(at("310000").numerator) == "1");  // 4 over two cities may be 2 and 2
  CHECK(at("320005").missing == Missing::not_published);
}

TEST_CASE_FIXTURE(Sharing, "an average rounded up proves one area") {
  figures({{"鳥取県", "948", "27"}, {"島根県", "1346", "6"}}, {{"鳥取県境港市", "64", "20"}});
  share("applications", 4);
  CHECK(text(at("310000").numerator) == "2");  // 7 over two cities: one has at least 4
}

TEST_CASE_FIXTURE(Sharing, "what is left of a prefecture proves one more area by its rate") {
  figures({{"鳥取県", "556", "139"}, {"島根県", "1346", "34"}}, {{"鳥取県境港市", "64", "20"}});
  share("rate", 24);
  CHECK(text(at("310000").numerator) == "2");  // 119 of 492 is 24.2 %
}

TEST_CASE_FIXTURE(Sharing, "a rate is compared exactly and not as rounded") {
  figures({}, {{"鳥取県鳥取市", "10000000000", "2999999999"},
               {"鳥取県米子市", "10", "3"},
               {"鳥取県境港市", "10", "1"}});
  share("rate", 30);
  CHECK(text(at("310000").numerator) == "1");
}

TEST_CASE_FIXTURE(Sharing, "a prefecture's publication invents no share of others") {
  publication.prefecture = "鳥取県";
  figures({}, {{"鳥取県鳥取市", "10", "3"}});
  share("rate", 30);
  at("310000");
  CHECK(measured.cube.find(publication.indicator("share"), area("320005"),
                           measured.cube.period_id(*parse_period("2024-09"))) == nullptr);
}

TEST_CASE_FIXTURE(Sharing, "a prefecture's publication has the share of another that it counts") {
  publication.prefecture = "鳥取県";
  figures({},
          {{"鳥取県鳥取市", "10", "3"}, {"島根県松江市", "10", "4"}, {"島根県浜田市", "10", "1"}});
  share("rate", 30);
  CHECK(text(at("320005").value) == "50.000000");
}

TEST_CASE_FIXTURE(Sharing, "a share may be asked for as a number") {
  figures({{"鳥取県", "948", "234"}, {"島根県", "1346", "0"}}, {});
  Indicator& number = share("applications", 1);
  number.of = AreaLevel::prefecture;
  number.count_areas = true;
  number.levels = {AreaLevel::nation};
  CHECK(text(at("000000").value) == "1");
  CHECK(text(at("000000").denominator) == "2");
}

TEST_CASE_FIXTURE(Sharing, "an indicator that counts by itself is an error") {
  share("share", 1);
  const auto made = measure(publication, areas, findings);
  CHECK(finding("indicator.circle").place.file == "indicators/share.toml");
}

TEST_CASE_FIXTURE(Sharing, "the rest of a whole is what the listed areas leave") {
  figures({{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}},
          {{"鳥取県境港市", "64", "20"}, {"鳥取県米子市", "340", "82"}});
  at("310000", "rate");
  const Remainder* rest = measured.remainder(publication.indicator("rate"), area("310000"),
                                             measured.cube.period_id(*parse_period("2024-09")));
  REQUIRE(rest);
  CHECK(text(rest->numerator) == "132");
  CHECK(text(rest->denominator) == "544");
  CHECK(text(rest->value) == "24.264706");
  CHECK(rest->unlisted == 1);
  CHECK(rest->listed == 2);
}

TEST_CASE_FIXTURE(Sharing, "a share names the source of the areas that it counts") {
  figures({{"鳥取県", "948", "100"}, {"島根県", "1346", "34"}}, {{"鳥取県境港市", "64", "20"}});
  share("applications", 1);
  CHECK(at("310000").source == 1);
  CHECK(at("000000").source == 1);
  CHECK(at("320005").source == 0);  // proven by what is left of the prefecture alone
}

TEST_CASE_FIXTURE(Sharing, "a rate of eighteen digits is compared without overflow") {
  figures({}, {{"鳥取県鳥取市", "999999999999999999", "299999999999999999"},
               {"鳥取県米子市", "999999999999999999", "300000000000000000"},
               {"鳥取県境港市", "1", "0"}});
  share("rate", 30);
  CHECK(text(at("310000").numerator) == "1");
}
