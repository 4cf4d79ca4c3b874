#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "chart/scale/digits.h"
#include "chart/scale/formats.h"
#include "chart/scale/js_math.h"

// Expected values were taken from d3-format 3.1 and Node 20.

using namespace yokoten::chart;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string number(double value, std::string_view specifier) {
  return number_text(value, specifier).value_or("refused");
}

}  // namespace

TEST_CASE("a format without type writes twelve digits and cuts zeros") {
  CHECK(number(1234567.891, "") == "1234567.891");
  CHECK(number(0.1 + 0.2, "") == "0.3");
}

TEST_CASE("a negative number has a minus sign and is rounded away from zero at halves") {
  CHECK(number(-1234.5, ",.0f") == "\u22121,235");
  CHECK(number(2.5, ".0f") == "3");
  CHECK(number(0.25, ".1f") == "0.3");
}

TEST_CASE("what rounds to zero has no sign unless plus is asked for") {
  CHECK(number(-0.001, ".1f") == "0.0");
  CHECK(number(-0.001, "+.1f") == "\u22120.0");
  CHECK(number(-0.0, ".2s") == "0.0");
}

TEST_CASE("SI prefixes follow the exponent") {
  CHECK(number(42e6, "s") == "42.0000M");
  CHECK(number(1500, "~s") == "1.5k");
  CHECK(number(0.0000012345, ".3s") == "1.23µ");
  CHECK(number(12839044802604.227, ".20s") == "12.839044802604226563T");
}

TEST_CASE("signs and symbols stand before the number") {
  CHECK(number(-1234.5, "$,.2f") == "\u2212$1,234.50");
  CHECK(number(-3, "(.1f") == "(3.0)");
  CHECK(number(0.1234, "+.1%") == "+12.3%");
  CHECK(number(255, "#x") == "0xff");
}

TEST_CASE("padding counts characters and zeros are grouped") {
  CHECK(number(1234, "08,d") == "0,001,234");
  CHECK(number(42, "あ^9d") == "あああ42ああああ");
  CHECK(number(7, "<3d") == "7  ");
}

TEST_CASE("types e g r n p b o X and c are written as d3 does") {
  CHECK(number(0, "e") == "0.000000e+0");
  CHECK(number(1200, "~e") == "1.2e+3");
  CHECK(number(0.00042, "r") == "0.000420000");
  CHECK(number(1234.5, "n") == "1,234.50");
  CHECK(number(0.123456, ".2p") == "12%");
  CHECK(number(5, "b") == "101");
  CHECK(number(8, "o") == "10");
  CHECK(number(255, "X") == "FF");
  CHECK(number(7, "c") == "7");
}

TEST_CASE("what is not finite is written as such") {
  CHECK(number(std::nan(""), ".1f") == "NaN");
  CHECK(number(-kInfinity, "s") == "\u2212Infinity");
  CHECK(number(kInfinity, "d") == "∞");
}

TEST_CASE("what is no specifier is refused") {
  for (const char* bad : {".", "5.", "fx", ".2.3f", "ab<5d", "~~s", ",,", "5000d"}) {
    CHECK_FALSE(is_number_format(bad));
  }
  CHECK(is_number_format(",.0f"));
}

TEST_CASE("plain numbers are written as JavaScript writes them") {
  CHECK(plain_number(0.1) == "0.1");
  CHECK(plain_number(1e21) == "1e+21");
  CHECK(plain_number(123456789012345680000.0) == "123456789012345680000");
  CHECK(plain_number(1e-7) == "1e-7");
  CHECK(plain_number(0.000001) == "0.000001");
  CHECK(plain_number(-0.0) == "0");
}

TEST_CASE("toFixed and toPrecision take the greater of two equally near decimals") {
  CHECK(fixed_text(9.5, 0) == "10");
  CHECK(precise_text(2.5, 1) == "3");
  CHECK(exponential_text(0.125, 1) == "1.3e-1");
}

TEST_CASE("logarithms and powers agree with V8 to the last bit") {
  CHECK(js_log(9) / js_log(3) == 2.0000000000000004);
  CHECK(js_power(10, -5) == 0.000009999999999999999);
  CHECK(js_log10(1000) == 3);
  CHECK(decimal_power(-5) == 1e-5);
  CHECK(js_round(-0.5) == 0);
  CHECK(js_round(0.49999999999999994) == 0);
}
