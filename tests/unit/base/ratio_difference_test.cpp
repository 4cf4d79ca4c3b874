#include <doctest/doctest.h>

#include "base/decimal.h"

using namespace yokoten;

namespace {

std::string points(std::int64_t a, std::int64_t of_a, std::int64_t b, std::int64_t of_b) {
  const auto apart = ratio_difference({a, 0}, {of_a, 0}, {b, 0}, {of_b, 0}, 1, 100);
  return apart ? to_text(*apart) : "none";
}

}  // namespace

TEST_CASE("the difference of two ratios is rounded once and not by way of the rounded ratios") {
  CHECK(points(75, 1401, 10912, 181566) == "-0.7");  // 5.4 % less 6.0 % would be -0.6
}

TEST_CASE("the difference of equal ratios is zero") { CHECK(points(1, 2, 50, 100) == "0.0"); }

TEST_CASE("the difference of ratios with decimal parts keeps their scale") {
  const auto apart = ratio_difference({5, 1}, {10, 1}, {1, 0}, {4, 0}, 2, 100);
  REQUIRE(apart);
  CHECK(to_text(*apart) == "25.00");
}

TEST_CASE("parts too large for an exact difference give none") {
  CHECK(points(999'999'999'999, 999'999'999'999'999, 1, 999'999'999'999) == "none");
}

TEST_CASE("a ratio of ratios is rounded once and not by way of the rounded ratios") {
  // 70% of 2/3 is 1.05; of 66.666667 it would be 1.04999….
  const auto times = ratio_quotient({7, 0}, {10, 0}, {2, 0}, {3, 0}, 1);
  REQUIRE(times);
  CHECK(to_text(*times) == "1.1");
}

TEST_CASE("a ratio of no ratio is none") {
  CHECK_FALSE(ratio_quotient({7, 0}, {10, 0}, {0, 0}, {3, 0}, 1));
}
