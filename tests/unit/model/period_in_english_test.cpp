#include "model/period_in_english.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

TEST_CASE("periods are read as English pages write them") {
  for (const char* period :
       {"2024", "2020FY", "2024H1", "2024H2", "2025-Q1", "2024-02", "2025-03-31"}) {
    const auto read = period_in_english(to_english(*parse_period(period)));
    REQUIRE_MESSAGE(read, period);
    CHECK(to_text(*read) == period);
  }
}

TEST_CASE("capital letters, blanks and dashes of English periods don't matter") {
  CHECK(to_text(*period_in_english("  february  2024")) == "2024-02");
  CHECK(to_text(*period_in_english("January-March 2025")) == "2025-Q1");
  CHECK(to_text(*period_in_english("fy2020")) == "2020FY");
}

TEST_CASE("what English pages never write is no period") {
  for (const char* text :
       {"latest", "Q1", "", "31 February 2025", "Februar 2024", "12024", "2024FY"})
    CHECK_FALSE_MESSAGE(period_in_english(text), text);
}
