#include <cmath>

#include "chart/scale/js_math.h"
#include "chart/scale/log_ticks.h"
#include "chart/scale/ticks.h"
#include "chart/scale/time_ticks.h"

namespace yokoten::chart {
namespace {

constexpr int kMostRounds = 10;  // d3's limit: steps grow while the domain does

void make_linear_nice(Scale& scale, double count) {
  const bool down = scale.high < scale.low;
  double low = down ? scale.high : scale.low;
  double high = down ? scale.low : scale.high;
  double before = 0;
  for (int round = 0; round < kMostRounds; ++round) {
    const double step = tick_increment(low, high, count);
    if (round > 0 && step == before) {
      scale.low = down ? high : low;
      scale.high = down ? low : high;
      return;
    }
    if (step > 0) {
      low = std::floor(low / step) * step;
      high = std::ceil(high / step) * step;
    } else if (step < 0) {
      low = std::ceil(low * step) / step;
      high = std::floor(high * step) / step;
    } else {
      return;
    }
    before = step;
  }
}

void make_time_nice(Scale& scale, double count) {
  const auto interval = tick_interval(scale.low, scale.high, count, scale.utc);
  if (!interval) return;
  const bool down = scale.high < scale.low;
  double& low = down ? scale.high : scale.low;
  double& high = down ? scale.low : scale.high;
  low = floor_of(low, *interval);
  high = ceiling_of(high, *interval);
}

// Vega's zoom: both ends move away from the middle.
void widen(double& low, double& high, double factor) {
  const double middle = (low + high) / 2;
  low = middle + (low - middle) * factor;
  high = middle + (high - middle) * factor;
}

}  // namespace

void make_nice(Scale& scale, double count) {
  if (!std::isfinite(scale.low) || !std::isfinite(scale.high)) return;
  if (scale.type == ScaleType::linear || scale.type == ScaleType::quantize) {
    make_linear_nice(scale, count);
  } else if (scale.type == ScaleType::log) {
    make_log_nice(scale);
  } else if (scale.type == ScaleType::time) {
    make_time_nice(scale, count);
  }
}

void pad_domain(Scale& scale, double length, double padding) {
  if (!scale.continuous() || padding == 0 || scale.low == scale.high) return;
  const double factor = length / (length - 2 * padding);
  if (scale.type != ScaleType::log) {
    widen(scale.low, scale.high, factor);
  } else {
    const double sign = scale.low < 0 ? -1 : 1;
    double low = js_log(sign * scale.low);
    double high = js_log(sign * scale.high);
    widen(low, high, factor);
    scale.low = sign * js_exp(low);
    scale.high = sign * js_exp(high);
  }
  if (scale.type == ScaleType::time) {  // d3 keeps whole milliseconds
    scale.low = js_round(scale.low);
    scale.high = js_round(scale.high);
  }
}

}  // namespace yokoten::chart
