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

 private:
  __extension__ using Wide = __int128;

  void add_fraction(std::int64_t fraction);

  Wide whole_ = 0;
  std::int64_t fraction_ = 0;  // in units of 10^-18, less than one whole
  std::int32_t scale_ = 0;
};

}  // namespace yokoten
