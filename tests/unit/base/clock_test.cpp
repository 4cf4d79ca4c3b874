#include <doctest/doctest.h>

#include "base/clock.h"

using namespace yokoten;

TEST_CASE("a moment is written in UTC") {
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_text(1709251199) == "2024-02-29T23:59:59Z");
}

TEST_CASE("a moment that was written is read again") {
  CHECK(parse_utc("2024-02-29T23:59:59Z") == 1709251199);
  CHECK(parse_utc("1969-12-31T23:59:59Z") == -1);
}

TEST_CASE("what is no moment in UTC is none") {
  for (const char* text : {"", "2024-02-30T00:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29",
                           "2024-2-29T00:00:00Z", "2024-02-29T00:00:00Z ", "2024-02-29T00:00:00"})
    CHECK_FALSE(parse_utc(text).has_value());
}
