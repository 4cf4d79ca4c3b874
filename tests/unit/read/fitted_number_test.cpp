#include "read/fitted_number.h"

#include <doctest/doctest.h>

#include "base/decimal.h"

using namespace yokoten;

TEST_CASE("a number with more digits than fit is rounded to fifteen") {
  CHECK(fitted_number("0.0017231476163124641") == "0.001723147616312");
  CHECK(fitted_number("12.345678901234567891") == "12.3456789012346");
  CHECK(fitted_number("1e-7") == "0.0000001");
  CHECK(fitted_number("1E5") == "100000");
}

TEST_CASE("what calculating leaves of a 0 is 0") {
  CHECK(fitted_number("-2.7755575615628914e-17") == "0");
  CHECK(fitted_number("5.551115123125783e-17") == "0");
}

TEST_CASE("a number that fits stays as it is") {
  for (const char* text : {"0.30000000000000004", "1234.5", "0", "123456789012345678"})
    CHECK_FALSE(fitted_number(text));
}

TEST_CASE("what is too large to be rounded, or no number, stays as it is") {
  for (const char* text : {"1e+21", "1234567890123456789", "eel", "1e", "0x1.8p3e"})
    CHECK_FALSE(fitted_number(text));
}

TEST_CASE("what was rounded can be read") {
  for (const char* text :
       {"0.0017231476163124641", "99999999999999.94444", "-9.9999999999999999e-3"}) {
    CAPTURE(text);
    const auto fitted = fitted_number(text);
    REQUIRE(fitted);
    CHECK(parse_decimal(*fitted));
  }
}
