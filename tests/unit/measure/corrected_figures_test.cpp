#include "model/corrected_figures.h"

#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

/// Of how many corrections a figure is told.
struct ToldCorrections : Measuring {
  std::size_t of(const std::string& code, int number) {
    const auto all = corrected_figures(publication, areas, measured);
    const auto found = all.find(key_of(at(code, "", "2024-09", number)));
    return found == all.end() ? 0 : found->second.size();
  }
};

/// The applications of 鳥取県 are corrected.
struct Corrected : ToldCorrections {
  Corrected() {
    offices();
    Correction correction;
    correction.source = "offices";
    correction.column = "申請";
    correction.row = 2;
    publication.corrections = {correction};
    percent("rate", "applications", "offices");
    Indicator& share = indicator("share", IndicatorKind::share_of_areas);
    share.levels = {AreaLevel::nation};
    share.condition_indicator = "rate";
    share.of = AreaLevel::prefecture;
    share.condition_at_least = Decimal{20, 0};
    measure();
  }
};

/// Both prefectures have figures of their own; a row of 境港市, in another table, is corrected.
struct CorrectedCity : ToldCorrections {
  CorrectedCity() {
    offices();
    listed_city();
    Correction correction;
    correction.source = "cities";
    correction.column = "市区町村";
    correction.row = 2;
    publication.corrections = {correction};
    percent("rate", "applications", "offices");
    count("number", "applications");
    for (const AreaLevel of : {AreaLevel::municipality, AreaLevel::prefecture}) {
      Indicator& share = indicator("share", IndicatorKind::share_of_areas);
      share.levels = {AreaLevel::nation};
      share.condition_indicator = "rate";
      share.of = of;
      share.condition_at_least = Decimal{20, 0};
    }
    measure();
  }
};

}  // namespace

TEST_CASE_FIXTURE(CorrectedCity, "a correction did not go into the own figure of a prefecture") {
  CHECK(of("312045", 0) == 1);
  CHECK(of("310000", 0) == 0);
  CHECK(of("312045", 1) == 1);
  CHECK(of("310000", 1) == 0);
}

TEST_CASE_FIXTURE(CorrectedCity, "a correction did not go into a sum of own figures above it") {
  CHECK(of("000000", 0) == 0);
  CHECK(of("000000", 1) == 0);
}

TEST_CASE_FIXTURE(CorrectedCity, "a correction went into a share that counts cities, not others") {
  CHECK(of("000000", 2) == 1);
  CHECK(of("000000", 3) == 0);
}

TEST_CASE_FIXTURE(Corrected, "a correction went into the figure of its row") {
  CHECK(of("310000", 0) == 1);
}

TEST_CASE_FIXTURE(Corrected, "a correction went into the sum over its area") {
  CHECK(of("000000", 0) == 1);
}

TEST_CASE_FIXTURE(Corrected,
                  "a correction went into the share of areas that counts by its figure") {
  CHECK(of("000000", 1) == 1);
}

TEST_CASE_FIXTURE(Corrected, "a correction did not go into the figure of another area") {
  CHECK(of("320005", 0) == 0);
}
