#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "model/indicator.h"
#include "model/observation.h"

namespace yokoten {

/// Whether the value is the quotient of the two parts that it carries.
bool is_quotient(const Indicator& indicator, const Observation& seen);

/// 100 where the unit is %, else 1.
std::int64_t unit_factor(const Indicator& indicator);

/// The value as shown: rounded half up from the exact ratio; a lower bound is rounded down, since
/// 「少なくとも 6.5%」 would claim too much of 6.49. Empty where there is none.
std::optional<Decimal> shown_value(const Indicator& indicator, const Observation& seen);

/// -1, 0 or 1 as the value lies below, at or above `limit`, or what a bound proves: by the exact
/// parts, since a rounded value may have crossed it. It has one of both.
int compare_value(const Indicator& indicator, const Observation& seen, Decimal limit);

/// How far `limit` lies above the value, from the exact parts, rounded once to `places`. Empty
/// where there is no value.
std::optional<Decimal> distance_to(const Indicator& indicator, const Observation& seen,
                                   Decimal limit, int places);

/// The number of a figure as it is written; that of a mean change (kind `outcome`) with its sign.
std::string number_shown(const Indicator& indicator, const Decimal& number);

/// A quotient cut (not rounded) for a reader to follow, to three places or two more than the result
/// has; `ends`: it is exact.
struct CutQuotient {
  Decimal number;
  bool ends = false;
};
std::optional<CutQuotient> cut_quotient(Decimal numerator, Decimal denominator, std::int64_t factor,
                                        int decimals = 0);

/// How many times the value of `b` that of `a` is, from the exact parts, rounded once to `places`.
/// Empty where one of them has no value or that of `b` is 0.
std::optional<Decimal> times_between(const Indicator& indicator, const Observation& a,
                                     const Observation& b, int places);

/// The middle between two values as it is shown: from the exact parts, rounded once.
std::optional<Decimal> middle_between(const Indicator& indicator, const Observation& a,
                                      const Observation& b);

/// How far the value of `a` lies above that of `b`, from the exact parts, rounded once. Empty where
/// one of them has no value.
std::optional<Decimal> points_between(const Indicator& indicator, const Observation& a,
                                      const Observation& b);

}  // namespace yokoten
