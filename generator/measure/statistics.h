#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace yokoten {

/// The exact sum; empty only where it has itself more than 18 digits.
std::optional<Decimal> total(const std::vector<Decimal>& values);

/// Sum over count, rounded half up to 6 places. Empty for no values, and where the sum is.
std::optional<Decimal> mean(const std::vector<Decimal>& values);

/// The value of one office that gave these: the one where all are the same, else their mean.
std::optional<Decimal> value_of_one(const std::vector<Decimal>& values);

/// The value below which `quarters` fourths of the values lie, by linear interpolation between
/// neighbours (Hyndman and Fan's type 7). `ascending` must be sorted.
std::optional<Decimal> quartile(const std::vector<Decimal>& ascending, int quarters);

/// The 95 % interval of the mean of the values by the percentile bootstrap: 2,000 resamples from a
/// fixed seed, so that the same values give the same interval in whatever order. Rounded to 6
/// places; empty for fewer than two values.
std::optional<std::pair<Decimal, Decimal>> bootstrap_interval(const std::vector<Decimal>& values);

}  // namespace yokoten
