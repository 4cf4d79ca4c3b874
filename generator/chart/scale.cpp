#include "chart/scale.h"

#include <algorithm>
#include <cmath>

namespace yokoten {

double Scale::share(double value) const {
  // Halves: the difference of two huge numbers must not overflow.
  const double extent = high / 2 - low / 2;
  const double part = (value / 2 - low / 2) / extent;
  if (!std::isfinite(part)) return 0.5;
  return clamp ? std::clamp(part, 0.0, 1.0) : part;
}

double Scale::steps() const {
  const auto count = static_cast<double>(categories.size());
  return std::max(1.0, count - inner + outer * 2);
}

double Scale::band_start(double category) const {
  const double free = steps() - (static_cast<double>(categories.size()) - inner);
  return (free / 2 + category) / steps();
}

double Scale::bandwidth() const { return (1 - inner) / steps(); }

}  // namespace yokoten
