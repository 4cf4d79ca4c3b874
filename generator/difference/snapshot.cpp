#include "difference/snapshot.h"

namespace yokoten {
bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

bool ToldFigure::says_the_same_as(const ToldFigure& other) const {
  // Where there is no number, its unit says nothing.
  const bool has_number = value || lower;
  return same(numerator, other.numerator) && same(denominator, other.denominator) &&
         same(value, other.value) && same(lower, other.lower) && same(upper, other.upper) &&
         (unit == other.unit || !has_number) && flags == other.flags && missing == other.missing;
}

}  // namespace yokoten
