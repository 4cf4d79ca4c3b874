#include "model/corrected_figures.h"

#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

/// The applications of 鳥取県 are corrected.
struct Corrected : Measuring {
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

  std::size_t of(const std::string& code, int number) {
    const auto all = corrected_figures(publication, areas, measured);
    const auto found = all.find(&at(code, "", "2024-09", number));
    return found == all.end() ? 0 : found->second.size();
  }
};

}  // namespace

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
