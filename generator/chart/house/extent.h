#pragma once

namespace yokoten::chart {

/// Ends of a value axis.
struct Extent {
  double low = 0;
  double high = 1;
};

}  // namespace yokoten::chart
