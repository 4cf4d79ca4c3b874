#include <algorithm>
#include <cmath>

#include "chart/scale/js_math.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

// Ticks are whole multiples, first to last, of the increment, or of 1 / -increment where that is
// negative: so that 0.1 × 3 is 3 / 10, not 0.30000000000000004.
struct TickSpec {
  double first = 0, last = -1, increment = 0;
  double at(double multiple) const {
    return increment < 0 ? multiple / -increment : multiple * increment;
  }
};

double factor_of(double error) {
  if (error >= std::sqrt(50.0)) return 10;
  if (error >= std::sqrt(10.0)) return 5;
  return error >= std::sqrt(2.0) ? 2 : 1;
}

// low <= high.
TickSpec tick_spec(double low, double high, double count) {
  const double step = (high - low) / std::max(0.0, count);
  const double power = std::floor(js_log10(step));
  const double factor = factor_of(step / js_power(10, power));
  TickSpec spec;
  spec.increment = power < 0 ? -js_power(10, -power) / factor : js_power(10, power) * factor;
  if (power < 0) {
    spec.first = js_round(low * -spec.increment);
    spec.last = js_round(high * -spec.increment);
  } else {
    spec.first = js_round(low / spec.increment);
    spec.last = js_round(high / spec.increment);
  }
  if (spec.at(spec.first) < low) ++spec.first;
  if (spec.at(spec.last) > high) --spec.last;
  if (spec.last < spec.first && 0.5 <= count && count < 2) return tick_spec(low, high, count * 2);
  return spec;
}

}  // namespace

std::vector<double> linear_ticks(double low, double high, double count) {
  if (!(count > 0) || !std::isfinite(low) || !std::isfinite(high)) return {};
  if (low == high) return {low};
  count = std::min(count, static_cast<double>(kMostTicks));
  const TickSpec spec = tick_spec(std::min(low, high), std::max(low, high), count);
  const double size = spec.last - spec.first + 1;
  if (!(size >= 1 && size <= 10.0 * kMostTicks)) return {};
  std::vector<double> ticks;
  ticks.reserve(static_cast<std::size_t>(size));
  for (double i = 0; i < size; ++i) {
    ticks.push_back(spec.at(high < low ? spec.last - i : spec.first + i));
  }
  return ticks;
}

double tick_increment(double low, double high, double count) {
  return tick_spec(low, high, count).increment;
}

double tick_step(double low, double high, double count) {
  const double increment = tick_increment(std::min(low, high), std::max(low, high), count);
  const double step = increment < 0 ? 1 / -increment : increment;
  return high < low ? -step : step;
}

}  // namespace yokoten::chart
