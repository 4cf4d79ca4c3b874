#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/decimal.h"
#include "model/indicator.h"
#include "model/observation.h"

namespace yokoten {

/// A class of a distribution: from `low` on and below `high`; `low_open` reaches down and
/// `high_open` up without end, `high_closed` holds its upper limit too (90 to 100%).
struct SpreadClass {
  Decimal low, high;
  bool low_open = false, high_open = false, high_closed = false;

  bool holds(Decimal value) const;
};

/// The most classes that a picture has room for.
inline constexpr std::size_t most_classes = 40;

/// Classes of one width that hold all values (ascending, one at least), with limits at its
/// multiples. A share ends at 100. Empty where they would be more than most_classes.
std::vector<SpreadClass> even_classes(const std::vector<Decimal>& values, Decimal step,
                                      bool is_share);

/// Classes between `limits` (ascending), and one open to each side where values lie there.
std::vector<SpreadClass> classes_between(const std::vector<Decimal>& values,
                                         const std::vector<Decimal>& limits);

/// 1, 2 or 5 times a power of ten, so that the values make up to twelve classes; never finer than
/// `decimals` places.
Decimal usual_step(const std::vector<Decimal>& values, int decimals);

/// The middle of the values, and the middles of its lower and upper half (without the middle one of
/// an odd number): from the exact values, rounded once. Observations have a value and are
/// ascending, two at least.
struct Quartiles {
  Decimal lower, median, upper;
};
Quartiles quartiles(const Indicator& indicator, std::span<const FoundObservation> seen);

}  // namespace yokoten
