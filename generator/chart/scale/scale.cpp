#include "chart/scale/scale.h"

#include <algorithm>
#include <cmath>

#include "chart/scale/interpolate.h"
#include "chart/scale/schemes.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

double log_of(double value, bool negative) {
  return negative ? -std::log(-value) : std::log(value);
}

double clamped(double value, double a, double b) {
  return std::max(std::min(a, b), std::min(std::max(a, b), value));
}

// d3's `normalize`: 0 at a, 1 at b; in the middle where they are the same.
double normalized(double value, double a, double b) {
  const double span = b - a;
  if (span == 0) return 0.5;
  return (value - a) / span;
}

double between(double a, double b, double at) { return a * (1 - at) + b * at; }

// The class that a value is in: how many limits do not exceed it, of the first `most`.
std::size_t class_of(const std::vector<double>& limits, double value, std::size_t most) {
  std::size_t low = 0;
  std::size_t high = std::min(limits.size(), most);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (limits[middle] <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Which entry of a range of `size` a category or class takes; kNowhere for no entry.
std::size_t entry_of(const Scale& scale, double value, std::size_t size) {
  if (std::isnan(value) || size == 0) return kNowhere;
  if (!scale.discrete()) return class_of(scale.limits, value, size - 1);
  const bool known = value >= 0 && value < static_cast<double>(scale.categories.size());
  return known ? static_cast<std::size_t>(value) % size : kNowhere;
}

struct Bands {
  double step = 0, start = 0, width = 0;
};

Bands bands_of(const Scale& scale) {
  const double inner = scale.type == ScaleType::point ? 1 : std::clamp(scale.inner, 0.0, 1.0);
  const double outer = std::clamp(scale.outer, 0.0, 1.0);
  const auto count = static_cast<double>(scale.categories.size());
  const double space = band_space(scale.categories.size(), inner, outer);
  Bands bands;
  bands.step = 1 / (space == 0 ? 1 : space);
  bands.start = (1 - bands.step * (count - inner)) * 0.5;
  bands.width = bands.step * (1 - inner);
  return bands;
}

double band_start(const Scale& scale, double index) {
  const auto count = static_cast<double>(scale.categories.size());
  if (!(index >= 0 && index < count)) return kMissing;
  const Bands bands = bands_of(scale);
  return bands.start + bands.step * (scale.reversed ? count - 1 - index : index);
}

}  // namespace

double band_space(std::size_t count, double inner, double outer) {
  const double space = static_cast<double>(count) - inner + outer * 2;
  if (count == 0) return 0;
  return space > 0 ? space : 1;
}

bool Scale::discrete() const {
  return type == ScaleType::band || type == ScaleType::point || type == ScaleType::ordinal;
}

bool Scale::continuous() const {
  return type == ScaleType::linear || type == ScaleType::log || type == ScaleType::time;
}

double Scale::along(double value) const {
  if (std::isnan(value)) return kMissing;
  if (clamp) value = clamped(value, low, high);
  if (type != ScaleType::log) return normalized(value, low, high);
  const bool negative = low < 0;
  return normalized(log_of(value, negative), log_of(low, negative), log_of(high, negative));
}

double Scale::share(double value) const {
  return discrete() ? band_start(*this, value) : between(from, to, along(value));
}

double Scale::bandwidth() const { return type == ScaleType::band ? bands_of(*this).width : 0; }

double Scale::step() const { return bands_of(*this).step; }

// As d3's sequential scales reckon, which multiply where others divide: colours are rounded.
static double along_colours(const Scale& scale, double value) {
  if (scale.type == ScaleType::time) return scale.along(value);
  if (scale.clamp) value = clamped(value, scale.low, scale.high);
  double low = scale.low, high = scale.high;
  if (scale.type == ScaleType::log) {
    const bool negative = low < 0;
    for (double* each : {&value, &low, &high}) *each = log_of(*each, negative);
  }
  return low == high ? 0.5 : (value - low) * (1 / (high - low));
}

std::string Scale::colour(double value) const {
  if (!continuous()) {
    const std::size_t entry = entry_of(*this, value, colours.size());
    return entry == kNowhere ? "" : colours[entry];
  }
  if (std::isnan(value) || colours.empty()) return "";
  const double at = between(from, to, along_colours(*this, value));
  // Vega's time scales are no colour scales: of a longer range they take two colours.
  const std::size_t used = type == ScaleType::time ? std::size_t{2} : colours.size();
  return colour_along({colours.data(), std::min(used, colours.size())}, at, space);
}

double Scale::number(double value) const {
  if (!continuous()) {
    const std::size_t entry = entry_of(*this, value, numbers.size());
    return entry == kNowhere ? kMissing : numbers[entry];
  }
  if (numbers.empty()) return kMissing;
  if (numbers.size() == 1) return std::isnan(value) ? kMissing : numbers.front();
  return between(numbers[0], numbers[1], along(value));
}

int Scale::index_of(const Json& value) const {
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (categories[i].value == value) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace yokoten::chart
