#include "base/packed_decimal.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a packed number comes back as it was, and none as none") {
  for (const Decimal number :
       {Decimal{0, 0}, Decimal{-1, 18}, Decimal{999'999'999'999'999'999, 6}}) {
    const PackedDecimal packed = number;
    REQUIRE(packed.has_value());
    CHECK((*packed).mantissa == number.mantissa);
    CHECK(packed->scale == number.scale);
  }
  CHECK_FALSE(PackedDecimal(std::nullopt));
  CHECK_FALSE(std::optional<Decimal>(PackedDecimal()));
  CHECK(std::optional<Decimal>(PackedDecimal(Decimal{5, 1}))->mantissa == 5);
}

TEST_CASE("a packed number that is taken away is none") {
  PackedDecimal packed = Decimal{5, 1};
  packed.reset();
  CHECK_FALSE(packed);
  CHECK(packed.value_or({7, 0}).mantissa == 7);
}
