#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <tuple>

using namespace yokoten;

namespace {

Decimal number(const std::string& text) {
  const auto parsed = parse_decimal(text);
  REQUIRE_MESSAGE(parsed, text);
  return *parsed;
}

std::string percent(const std::string& numerator, const std::string& denominator, int places) {
  const auto rate = quotient(number(numerator), number(denominator), places, 100);
  return rate ? to_text(*rate) : "none";
}

}  // namespace

TEST_CASE("20 of 64 is shown as 31.3 percent") { CHECK(percent("20", "64", 1) == "31.3"); }

TEST_CASE("the national rate 10912 of 181566 is shown as 6.0 percent") {
  CHECK(percent("10912", "181566", 1) == "6.0");
}

TEST_CASE("a half is rounded away from zero on both sides") {
  CHECK(to_text(rounded(number("0.25"), 1)) == "0.3");
  CHECK(to_text(rounded(number("-0.25"), 1)) == "-0.3");
  CHECK(percent("-20", "64", 1) == "-31.3");
}

TEST_CASE("what lies below a half is rounded towards zero") {
  CHECK(to_text(rounded(number("0.249999"), 1)) == "0.2");
  CHECK(to_text(rounded(number("-0.249999"), 1)) == "-0.2");
}

TEST_CASE("rounding to more places than a number has adds zeros") {
  CHECK(to_text(rounded(number("5"), 2)) == "5.00");
}

TEST_CASE("a quotient by zero is empty") { CHECK(percent("1", "0", 1) == "none"); }

TEST_CASE("a quotient of 19 digits is empty") {
  CHECK_FALSE(quotient(number("999999999999999999"), number("0.1"), 1).has_value());
}

TEST_CASE("a quotient keeps the scales of both sides") {
  const auto rate = quotient(number("1.5"), number("0.25"), 2);
  REQUIRE(rate);
  CHECK(to_text(*rate) == "6.00");
}

TEST_CASE("a sum above 18 digits is empty") {
  CHECK_FALSE(sum(number("999999999999999999"), number("1")).has_value());
  CHECK_FALSE(difference(number("-999999999999999999"), number("1")).has_value());
}

TEST_CASE("a sum keeps the larger scale") {
  const auto total = sum(number("1.5"), number("2.25"));
  REQUIRE(total);
  CHECK(to_text(*total) == "3.75");
}

TEST_CASE("thousands separators are read only where thousands are") {
  CHECK(to_text(number("1,234,567")) == "1234567");
  CHECK_FALSE(parse_decimal("12,34"));
  CHECK_FALSE(parse_decimal("1234,567"));
  CHECK_FALSE(parse_decimal(",123"));
}

TEST_CASE("texts that are no decimal numbers are refused") {
  for (const char* text : {"", "-", "+", ".", "1.", ".5", "1e3", "0x1F", "1 2", "1.2.3", "nan"})
    CHECK_MESSAGE(!parse_decimal(text), text);
}

TEST_CASE("nineteen digits are refused and leading zeros are not counted") {
  CHECK_FALSE(parse_decimal("1234567890123456789"));
  CHECK(to_text(number("0000000000000000000007")) == "7");
}

TEST_CASE("a number written with its sign and scale comes back as it was") {
  for (const char* text : {"0", "7", "-12.50", "0.05", "-0.05", "999999999999999999"})
    CHECK(to_text(number(text)) == text);
}

TEST_CASE("a shown number has its thousands set apart and a real minus sign") {
  CHECK(to_shown(number("1234.50")) == "1,234.50");
  CHECK(to_shown(number("181566")) == "181,566");
  CHECK(to_shown(number("999")) == "999");
  CHECK(to_shown(number("-1000000")) == "\u22121,000,000");
}

TEST_CASE("a number as readers see it is told as files have it") {
  CHECK(plain_number("1,234.50") == "1234.50");
  CHECK(plain_number("+17.4") == "17.4");
  CHECK(plain_number("\u22121,000") == "-1000");
  CHECK(plain_number("0") == "0");
}

TEST_CASE("a text that is no number as readers see it is none for files") {
  for (const char* text : {"", "+", "2024", "0131", "-3", "1,23", "980 / 13,580", "24.7%", "+1+1"})
    CHECK_MESSAGE(!plain_number(text), text);
}

TEST_CASE("trailing zeros are trimmed only after the point") {
  CHECK(to_text(trimmed(number("31.250000"))) == "31.25");
  CHECK(to_text(trimmed(number("5.0"))) == "5");
  CHECK(to_text(trimmed(number("100"))) == "100");
}

TEST_CASE("numbers of different scale compare by value") {
  CHECK(compare(number("0.5"), number("0.50")) == 0);
  CHECK(compare(number("-1"), number("0.1")) == -1);
  CHECK(compare(number("30.0"), number("29.99")) == 1);
}

TEST_CASE("ratios compare exactly where their decimals agree") {
  CHECK(compare_ratios(number("1"), number("3"), number("333333"), number("1000000")) == 1);
  CHECK(compare_ratios(number("2"), number("6"), number("1"), number("3")) == 0);
  CHECK(compare_ratios(number("1.5"), number("3"), number("1"), number("2")) == 0);
}

TEST_CASE("ratios of eighteen digits and decimals are compared exactly") {
  const Decimal large = number("999999999999999999"), less = number("999999999999999998");
  CHECK(compare_ratios(less, large, large, large) < 0);
  CHECK(compare_ratios(number("0.00000000000000001"), large, number("0.00000000000000001"), less) <
        0);
  CHECK(compare_ratios(large, number("0.3"), large, number("0.30")) == 0);
  CHECK(compare_ratios(number("1"), number("3"), number("333333333333333333"), large) == 0);
}

TEST_CASE("ratios below zero are compared by their size") {
  CHECK(compare_ratios(number("-1"), number("2"), number("-1"), number("3")) < 0);
  CHECK(compare_ratios(number("-1"), number("2"), number("0"), number("3")) < 0);
  CHECK(compare_ratios(number("-2"), number("4"), number("-1"), number("2")) == 0);
}

TEST_CASE("every number is written within its room, up to the longest") {
  for (const auto& [mantissa, scale, text] :
       {std::tuple(std::int64_t{0}, 0, "0"), std::tuple(std::int64_t{0}, 2, "0.00"),
        std::tuple(std::int64_t{-5}, 1, "-0.5"),
        std::tuple(std::int64_t{-5}, 18, "-0.000000000000000005"),
        std::tuple(std::int64_t{123456}, 6, "0.123456"),
        std::tuple(std::int64_t{1234567}, 6, "1.234567"),
        std::tuple(std::numeric_limits<std::int64_t>::max(), 18, "9.223372036854775807"),
        std::tuple(std::numeric_limits<std::int64_t>::min(), 18, "-9.223372036854775808"),
        std::tuple(std::numeric_limits<std::int64_t>::min(), 0, "-9223372036854775808")}) {
    CAPTURE(text);
    CHECK(to_text(Decimal{mantissa, scale}) == text);
    CHECK(to_text(Decimal{mantissa, scale}).size() <= decimal_room);
  }
}
