#include "chart/ticks.h"

#include <algorithm>
#include <cmath>

namespace yokoten {
namespace {

// More ticks than this would mean that the step got lost in the precision of a double.
constexpr double kMostTicks = 1000;

// The step between ticks: positive for a whole step, negative for its inverse (-10 is 0.1), zero
// when there is none. Inverses keep 0.1, 0.2, 0.3 exact where multiples of 0.1 would not be.
double step_between(Extent extent, double count) {
  const double rough = (extent.high - extent.low) / std::max(count, 1.0);
  if (!(rough > 0) || !std::isfinite(rough)) return 0;
  const double power = std::floor(std::log10(rough));
  const double error = rough / std::pow(10, power);
  const double factor = error >= std::sqrt(50)   ? 10
                        : error >= std::sqrt(10) ? 5
                        : error >= std::sqrt(2)  ? 2
                                                 : 1;
  return power < 0 ? -std::pow(10, -power) / factor : factor * std::pow(10, power);
}

Extent widened(Extent extent, double step) {
  if (step > 0) return {std::floor(extent.low / step) * step, std::ceil(extent.high / step) * step};
  return {std::ceil(extent.low * step) / step, std::floor(extent.high * step) / step};
}

double at_step(double index, double step) { return step > 0 ? index * step : -index / step; }

}  // namespace

Extent nice(Extent extent, double count) {
  double before = 0;
  for (int round = 0; round < 10; ++round) {
    const double step = step_between(extent, count);
    if (step == 0 || step == before || !std::isfinite(step)) break;
    extent = widened(extent, step);
    before = step;
  }
  return extent;
}

std::vector<double> ticks(Extent extent, double count) {
  const double step = step_between(extent, count);
  if (step == 0 || !std::isfinite(step)) return {extent.low};
  const double first = step > 0 ? std::ceil(extent.low / step) : std::ceil(-extent.low * step);
  const double last = step > 0 ? std::floor(extent.high / step) : std::floor(-extent.high * step);
  std::vector<double> made;
  for (double index = first; index <= last && index - first < kMostTicks; ++index)
    made.push_back(at_step(index, step));
  return made;
}

int tick_decimals(const std::vector<double>& ticks) {
  if (ticks.size() < 2) return 0;
  const double step = std::fabs(ticks[1] - ticks[0]);
  if (!(step > 0)) return 0;
  return static_cast<int>(std::clamp(-std::floor(std::log10(step) + 1e-9), 0.0, 12.0));
}

}  // namespace yokoten
