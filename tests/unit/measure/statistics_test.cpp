#include "measure/statistics.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace yokoten;

namespace {

std::vector<Decimal> numbers(std::initializer_list<int> tenths) {
  std::vector<Decimal> made;
  for (const int each : tenths) made.push_back({each, 1});
  return made;
}

std::string said(const std::optional<Decimal>& value) {
  return value ? to_text(trimmed(*value)) : "none";
}

}  // namespace

TEST_CASE("a mean is rounded half up to six places") {
  CHECK(said(mean(numbers({10, 10, 20}))) == "1.333333");
  CHECK(said(mean(numbers({-10, -10, -20}))) == "-1.333333");
  CHECK(said(mean({})) == "none");
}

TEST_CASE("quartiles lie between neighbours where they hit none") {
  const auto four = numbers({10, 20, 30, 40});
  CHECK(said(quartile(four, 1)) == "1.75");
  CHECK(said(quartile(four, 2)) == "2.5");
  CHECK(said(quartile(four, 3)) == "3.25");
}

TEST_CASE("quartiles of five values are values") {
  const auto five = numbers({10, 20, 30, 40, 90});
  CHECK(said(quartile(five, 1)) == "2");
  CHECK(said(quartile(five, 2)) == "3");
  CHECK(said(quartile(five, 3)) == "4");
}

TEST_CASE("the interval does not depend on the order of the values") {
  auto values = numbers({-30, -12, 4, -25, -8, 3, -40, -11, -19, -7});
  const auto first = bootstrap_interval(values);
  std::reverse(values.begin(), values.end());
  const auto second = bootstrap_interval(values);
  REQUIRE((first && second));
  CHECK(said(first->first) == said(second->first));
  CHECK(said(first->second) == said(second->second));
}

TEST_CASE("the interval holds the mean and is as wide as 1.96 errors to both sides, about") {
  std::vector<Decimal> values;
  for (int each = 0; each < 100; ++each) values.push_back({(each * 37) % 100, 0});
  const auto interval = bootstrap_interval(values);
  REQUIRE(interval);
  // Mean 49.5, standard deviation 28.87: the error of the mean is 2.887.
  CHECK(to_double(interval->first) == doctest::Approx(49.5 - 1.96 * 2.887).epsilon(0.02));
  CHECK(to_double(interval->second) == doctest::Approx(49.5 + 1.96 * 2.887).epsilon(0.02));
}

TEST_CASE("one value has no interval") { CHECK_FALSE(bootstrap_interval(numbers({10}))); }
