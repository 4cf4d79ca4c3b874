#include <algorithm>
#include <cmath>

#include "chart/guide/axis_ticks.h"

namespace yokoten::chart {
namespace {

/// d3 counts a domain that runs down from its other end, which matters where places are rounded.
Scale turned(const Scale& scale) {
  Scale result = scale;
  std::swap(result.low, result.high);
  std::swap(result.from, result.to);
  return result;
}

}  // namespace

AxisRuler::AxisRuler(const Scale& scale, double length) : scale_(&scale), length_(length) {
  if (!scale.discrete()) {
    low_ = scale.from * length;
    high_ = scale.to * length;
    if (scale.high < scale.low) turned_ = turned(scale);
    return;
  }
  (scale.reversed ? low_ : high_) = length;
  const auto count = static_cast<double>(scale.categories.size());
  const double inner = scale.type == ScaleType::point ? 1 : std::clamp(scale.inner, 0.0, 1.0);
  const double outer = std::clamp(scale.outer, 0.0, 1.0);
  const double space = band_space(scale.categories.size(), inner, outer);
  step_ = length / (space == 0 ? 1 : space);
  first_ = (length - step_ * (count - inner)) * 0.5;
  bandwidth_ = step_ * (1 - inner);
}

double AxisRuler::start(double value) const {
  if (std::isnan(value)) return kMissing;
  if (!scale_->discrete()) return (turned_ ? *turned_ : *scale_).share(value) * length_;
  const auto last = static_cast<double>(scale_->categories.size()) - 1;
  return first_ + step_ * (scale_->reversed ? last - value : value);
}

Along AxisRuler::along(double px, double value, double band) const {
  const double share = std::isnan(value) ? 0 : scale_->share(value) + band * scale_->bandwidth();
  if (!std::isfinite(share)) return {0, px};
  return {share, px - share * length_};
}

}  // namespace yokoten::chart
