#include "chart/scale/ticks.h"

#include <algorithm>
#include <cmath>

#include "chart/scale/log_ticks.h"
#include "chart/scale/time_ticks.h"

namespace yokoten::chart {
namespace {

std::vector<double> indexes(std::size_t count) {
  std::vector<double> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = static_cast<double>(i);
  return all;
}

std::vector<double> ticks_of(const Scale& scale, double count) {
  switch (scale.type) {
    case ScaleType::linear:
    case ScaleType::quantize:
      return linear_ticks(scale.low, scale.high, count);
    case ScaleType::log:
      return log_ticks(scale, count);
    case ScaleType::time: {
      count = std::min(count, static_cast<double>(kMostTicks));
      const auto interval = tick_interval(std::min(scale.low, scale.high),
                                          std::max(scale.low, scale.high), count, scale.utc);
      if (!interval) return {};
      return interval_ticks(scale.low, scale.high, *interval);
    }
    case ScaleType::threshold:
      return scale.limits;
    default:
      return indexes(scale.categories.size());
  }
}

}  // namespace

double tick_count(const Scale& scale, double count, double min_step) {
  if (!(min_step > 0) || scale.discrete()) return count;
  const double low = std::min(scale.low, scale.high);
  const double high = std::max(scale.low, scale.high);
  const double steps = (high - low) / min_step;
  count = std::min(count, std::floor(steps == 0 || std::isnan(steps) ? 1 : steps) + 1);
  const bool even = scale.type != ScaleType::log && scale.type != ScaleType::time;
  if (!even || !(low < high)) return count;
  count = std::min(count, static_cast<double>(kMostTicks));
  while (count > 1 && tick_step(low, high, count) < min_step) --count;
  return count;
}

std::vector<double> tick_values(const Scale& scale, double count, double min_step) {
  return ticks_of(scale, tick_count(scale, count, min_step));
}

std::vector<double> legend_values(const Scale& scale, double count, double min_step) {
  count = tick_count(scale, count, min_step);
  if (scale.type == ScaleType::threshold || scale.type == ScaleType::quantize) {
    std::vector<double> values{-std::numeric_limits<double>::infinity()};
    values.insert(values.end(), scale.limits.begin(), scale.limits.end());
    return values;
  }
  std::vector<double> values = ticks_of(scale, count);
  if (scale.type == ScaleType::log) {
    const LogLabels labels(scale, count);
    std::erase_if(values, [&](double value) { return !labels.shows(value); });
  }
  return values;
}

}  // namespace yokoten::chart
