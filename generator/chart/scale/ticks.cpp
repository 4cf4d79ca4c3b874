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

std::vector<double> every_second(const std::vector<double>& values) {
  std::vector<double> kept;
  for (std::size_t i = 0; i < values.size(); i += 2) kept.push_back(values[i]);
  return kept;
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

std::vector<double> valid_ticks(const Scale& scale, std::vector<double> values, double count,
                                double length) {
  const bool down = scale.discrete() ? scale.reversed : scale.from > scale.to;
  const double first = scale.discrete() ? 0 : std::floor(std::min(scale.from, scale.to) * length);
  const double last =
      scale.discrete() ? std::ceil(length) : std::ceil(std::max(scale.from, scale.to) * length);
  const auto place = [&](double value) { return scale.share(value) * length; };
  std::erase_if(values,
                [&](double value) { return !(first <= place(value) && place(value) <= last); });
  std::stable_sort(values.begin(), values.end(), [&](double a, double b) {
    return down ? place(a) > place(b) : place(a) < place(b);
  });
  if (!(count > 0) || values.size() < 2) return values;
  const std::vector<double> ends{values.front(), values.back()};
  while (static_cast<double>(values.size()) > count && values.size() >= 3) {
    values = every_second(values);
  }
  return values.size() < 3 ? ends : values;
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

std::vector<double> quantize_limits(double low, double high, std::size_t classes) {
  std::vector<double> limits;
  for (std::size_t i = 1; i < classes; ++i) {
    const auto n = static_cast<double>(classes - 1);
    const auto at = static_cast<double>(i);
    limits.push_back((at * high - (at - 1 - n) * low) / (n + 1));
  }
  return limits;
}

}  // namespace yokoten::chart
