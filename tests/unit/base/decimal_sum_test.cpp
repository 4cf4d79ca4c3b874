#include <doctest/doctest.h>

#include "base/decimal_sum.h"

using namespace yokoten;

namespace {

DecimalSum sum_of(std::initializer_list<Decimal> numbers) {
  DecimalSum sum;
  for (const Decimal& number : numbers) sum.add(number);
  return sum;
}

std::string text(const DecimalSum& sum) {
  const auto total = sum.total();
  return total ? to_text(*total) : "too large";
}

constexpr std::int64_t eighteen_nines = 999'999'999'999'999'999;

}  // namespace

TEST_CASE("a sum keeps the largest scale of what was added") {
  CHECK(text(sum_of({{5, 0}, {25, 2}})) == "5.25");
  CHECK(text(sum_of({{15, 1}, {5, 1}})) == "2.0");
  CHECK(text(sum_of({})) == "0");
}

TEST_CASE("parts of a whole may have other signs than the whole") {
  CHECK(text(sum_of({{3, 0}, {-1, 1}})) == "2.9");
  CHECK(text(sum_of({{-3, 0}, {1, 1}})) == "-2.9");
  CHECK(text(sum_of({{-5, 1}, {5, 1}})) == "0.0");
}

TEST_CASE("only the total has to have 18 digits at most") {
  CHECK(text(sum_of({{eighteen_nines, 0}, {eighteen_nines, 0}, {-eighteen_nines, 0}})) ==
        "999999999999999999");
  CHECK(text(sum_of({{eighteen_nines, 0}, {1, 0}})) == "too large");
  CHECK(text(sum_of({{eighteen_nines, 0}, {1, 1}})) == "too large");
  CHECK(text(sum_of({{-eighteen_nines, 18}, {1, 18}})) == "-0.999999999999999998");
  CHECK(text(sum_of({{1, 0}, {1, 18}})) == "too large");
}

TEST_CASE("a total that is too long for its decimals alone is rounded half up to as many as fit") {
  const auto fit = [](std::initializer_list<Decimal> numbers) {
    const auto total = sum_of(numbers).total_to_fit();
    return total ? to_text(*total) : "too large";
  };
  CHECK(fit({{1, 0}, {1, 18}}) == "1.00000000000000000");
  CHECK(fit({{1, 0}, {15, 18}}) == "1.00000000000000002");
  CHECK(fit({{-1, 0}, {-15, 18}}) == "-1.00000000000000002");
  CHECK(fit({{5, 0}, {25, 2}}) == "5.25");
  CHECK(fit({{999'999'999'999, 0}, {9'999'994, 7}}) == "999999999999.999999");
  CHECK(fit({{999'999'999'999, 0}, {9'999'995, 7}}) == "too large");
  CHECK(fit({{eighteen_nines, 0}, {1, 1}}) == "too large");
}

TEST_CASE("two cells as spreadsheets compute them have a sum") {
  const auto sum =
      sum_to_fit(*parse_decimal("2000.3333333333333"), *parse_decimal("8.333333333333334"));
  REQUIRE(sum);
  CHECK(to_text(*sum) == "2008.66666666666663");
  CHECK(to_text(*sum_to_fit({15, 1}, {225, 2})) == "3.75");
}

TEST_CASE("sums of parts are the sum of all") {
  DecimalSum one = sum_of({{eighteen_nines, 18}, {7, 0}}),
             other = sum_of({{eighteen_nines, 18}, {-7, 0}});
  one.add(other);
  CHECK(text(one) == "too large");
  one.add(Decimal{-eighteen_nines, 18});
  CHECK(text(one) == "0.999999999999999999");
}
