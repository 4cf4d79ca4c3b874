#include "chart/scale/log_ticks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/scale/js_math.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr int kMostTries = 200'000;  // multiples looked at; bases above that are no bases

// Logarithms and powers to the scale's base; of negative domains mirrored.
struct Powers {
  double base = 10;
  bool negative = false;

  double log(double x) const { return negative ? -log_of(-x) : log_of(x); }
  double power(double x) const { return negative ? -power_of(-x) : power_of(x); }

 private:
  double log_of(double x) const {
    if (base == std::numbers::e) return js_log(x);
    if (base == 10) return js_log10(x);
    if (base == 2) return std::log2(x);
    return js_log(x) / js_log(base);
  }
  double power_of(double x) const {
    if (base == 10) return decimal_power(x);
    return base == std::numbers::e ? js_exp(x) : js_power(base, x);
  }
};

Powers powers_of(const Scale& scale) { return {scale.base, scale.low < 0}; }

bool is_whole(double x) { return std::fmod(x, 1) == 0; }

// The multiples of every power from `first` to `last` within low and high.
std::vector<double> multiples(const Powers& powers, double low, double high, double first,
                              double last) {
  std::vector<double> ticks;
  int tries = 0;
  for (double i = first; i <= last; ++i) {
    const bool up = low > 0;
    const double unit = (up ? i < 0 : i > 0) ? powers.power(-i) : powers.power(i);
    for (double n = 1; n < powers.base; ++n) {
      if (++tries > kMostTries) return ticks;
      const double k = up ? n : powers.base - n;
      const double tick = (up ? i < 0 : i > 0) ? k / unit : k * unit;
      if (tick < low) continue;
      if (tick > high) break;
      ticks.push_back(tick);
    }
  }
  return ticks;
}

}  // namespace

std::vector<double> log_ticks(const Scale& scale, double count) {
  if (!std::isfinite(scale.low) || !std::isfinite(scale.high)) return {};
  count = std::min(count, static_cast<double>(kMostTicks));
  const double low = std::min(scale.low, scale.high);
  const double high = std::max(scale.low, scale.high);
  const Powers powers = powers_of(scale);
  const double i = powers.log(low);
  const double j = powers.log(high);
  if (!std::isfinite(i) || !std::isfinite(j)) return {};
  std::vector<double> ticks;
  if (is_whole(scale.base) && j - i < count) {
    ticks = multiples(powers, low, high, std::floor(i), std::ceil(j));
    if (static_cast<double>(ticks.size()) * 2 < count) ticks = linear_ticks(low, high, count);
  } else {
    ticks = linear_ticks(i, j, std::min(j - i, count));
    for (double& tick : ticks) tick = powers.power(tick);
  }
  if (scale.high < scale.low) std::reverse(ticks.begin(), ticks.end());
  return ticks;
}

void make_log_nice(Scale& scale) {
  const Powers powers = powers_of(scale);
  const bool down = scale.high < scale.low;
  double& low = down ? scale.high : scale.low;
  double& high = down ? scale.low : scale.high;
  low = powers.power(std::floor(powers.log(low)));
  high = powers.power(std::ceil(powers.log(high)));
}

LogLabels::LogLabels(const Scale& scale, double count)
    : base_(scale.base), log_base_(js_log(scale.base)) {
  const auto ticks = static_cast<double>(log_ticks(scale, count).size());
  const double most = base_ * count / ticks;
  most_ = std::isnan(most) ? most : std::max(1.0, most);
}

bool LogLabels::shows(double value) const {
  double digit = value / js_power(base_, js_round(js_log(value) / log_base_));
  if (digit * base_ < base_ - 0.5) digit *= base_;
  return digit <= most_;
}

}  // namespace yokoten::chart
