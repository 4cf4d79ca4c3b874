#pragma once

#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace yokoten {

/// Adds up decimals exactly, in whatever order they come: only the total has to fit a Decimal, and
/// it keeps the largest scale that came. Room for 2^60 of them.
class DecimalSum {
 public:
  void add(Decimal number);
  void add(const DecimalSum& other);
  /// Empty when it has more than 18 digits.
  std::optional<Decimal> total() const;
  /// The total; where it has more than 18 digits for its places alone, rounded half up to as many
  /// places as fit, to value_places at least. Empty where not even those do.
  std::optional<Decimal> total_to_fit() const;

 private:
  __extension__ using Wide = __int128;

  Wide mantissa() const { return whole_ * 1'000'000'000'000'000'000 + fraction_; }
  void add_fraction(std::int64_t fraction);

  Wide whole_ = 0;
  std::int64_t fraction_ = 0;  // in units of 10^-18, less than one whole
  std::int32_t scale_ = 0;
};

/// sum(), where that fits, else the same rounded to fit: spreadsheets compute cells like
/// 8.333333333333334, and a sum of them with one above 1,000 has nineteen digits.
std::optional<Decimal> sum_to_fit(Decimal a, Decimal b);

}  // namespace yokoten
