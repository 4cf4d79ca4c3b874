#pragma once

#include <vector>

namespace yokoten {

/// Ends of a value axis.
struct Extent {
  double low = 0;
  double high = 1;
};

/// `extent` widened to round numbers, as Vega does when `nice` is true.
Extent nice(Extent extent, double count = 10);

/// Round numbers inside `extent`, about `count` of them, ascending. One number when the ends meet.
std::vector<double> ticks(Extent extent, double count);

/// Decimals needed to tell neighbouring `ticks` apart.
int tick_decimals(const std::vector<double>& ticks);

}  // namespace yokoten
