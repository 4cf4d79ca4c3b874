#include "check/ages.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Ages : Checking {
  Ages() {
    source("counts", {"都道府県", "件数"}, {{"鳥取県", "3"}, {"島根県", "4"}}).measures = {
        {"cases", "件数"}};
    count("cases", "cases");
  }

  Observation& figure(const std::string& period) {
    Observation& made = observe("310000", period, {0, 1, 0});
    made.value = Decimal{3, 0};
    return made;
  }
};

std::string after(Date date, std::string_view duration) {
  const auto found = later(date, duration);
  return found ? to_text(*found) : "none";
}

}  // namespace

TEST_CASE_FIXTURE(Ages, "a source of the future is an error where it is described") {
  publication.sources[0].as_of = "2025-01-01";
  run();
  CHECK(finding("future").place == Place{"sources.toml", 10, 1});
}

TEST_CASE_FIXTURE(Ages, "a source of the publication's own month is not of the future") {
  publication.sources[0].as_of = "2024-12";
  publication.as_of = "2024-12-15";
  run();
  CHECK(said("future") == 0);
}

TEST_CASE_FIXTURE(Ages, "a kept release of a later day than the publication's own is an error") {
  publication.folder = "p";
  publication.as_of = "2024-12-15";
  publication.releases = {{"releases/2024-12.csv", "2024-12", true},
                          {"releases/2024-12-16.csv", "2024-12-16", true},
                          {"releases/old.csv", "", false}};
  run();
  CHECK(said("future") == 1);
  CHECK(finding("future").place.file == "p/releases/2024-12-16.csv");
}

TEST_CASE_FIXTURE(Ages, "figures of the future are one error at the first") {
  figure("2025-01");
  observe("320005", "2025-01", {0, 1, 1}).value = Decimal{4, 0};
  keep();
  run();
  CHECK(said("future") == 1);
  CHECK(finding("future").place == Place{"raw/counts.csv", 2, 2});
}

TEST_CASE_FIXTURE(Ages, "planned figures may lie in the future") {
  figure("2025-01").flags = planned;
  keep();
  run();
  CHECK(said("future") == 0);
}

TEST_CASE_FIXTURE(Ages, "an indicator whose newest figure is too old is a warning at its file") {
  publication.indicators[0].stale_after = "P6M";
  publication.as_of = "2025-04-01";
  figure("2024-09");
  keep();
  run();
  CHECK(finding("indicator.stale").level == Level::warning);
  CHECK(finding("indicator.stale").place == Place{"indicators/cases.toml", 1, 1});
}

TEST_CASE_FIXTURE(Ages, "an indicator is fresh until the last day") {
  publication.indicators[0].stale_after = "P6M";
  publication.as_of = "2025-03-30";
  figure("2024-09");
  keep();
  run();
  CHECK(said("indicator.stale") == 0);
}

TEST_CASE_FIXTURE(Ages, "a newer gap does not make an indicator fresh") {
  publication.indicators[0].stale_after = "P6M";
  publication.as_of = "2025-04-01";
  figure("2024-09");
  observe("320005", "2025-03", {0, 1, 1}).missing = Missing::not_published;
  keep();
  run();
  CHECK(said("indicator.stale") == 1);
}

TEST_CASE("durations end on a day that the month has") {
  CHECK(after({2024, 8, 31}, "P6M") == "2025-02-28");
  CHECK(after({2024, 2, 29}, "P1Y") == "2025-02-28");
  CHECK(after({2024, 12, 31}, "P1M") == "2025-01-31");
  CHECK(after({2024, 12, 31}, "P90D") == "2025-03-31");
}

TEST_CASE("a text that is no duration has no end") {
  CHECK(after({2024, 8, 31}, "6M") == "none");
  CHECK(after({2024, 8, 31}, "P6W") == "none");
  CHECK(after({2024, 8, 31}, "PxM") == "none");
}

TEST_CASE_FIXTURE(Ages, "a figure that should be there by now is a warning at its indicator") {
  count("cases", "cases").next_expected = "2024-09";
  run();
  CHECK(finding("indicator.due").level == Level::warning);
  CHECK(finding("indicator.due").place.file == "indicators/cases.toml");
}

TEST_CASE_FIXTURE(Ages, "a figure that is expected in the month of the publication is not due") {
  count("cases", "cases").next_expected = "2024-12";
  run();
  CHECK(said("indicator.due") == 0);
}

TEST_CASE_FIXTURE(Ages, "a sum of the future is said at the figures that it is made of") {
  Observation& whole = observe("000000", "2025-01", {0, 1, 0});
  whole.numerator_origin = {-1, -1, summed_row};
  observe("320005", "2025-01", {0, 1, 1}).value = Decimal{4, 0};
  keep();
  run();
  CHECK(said("future") == 1);
  CHECK(finding("future").place == Place{"raw/counts.csv", 3, 2});
}
