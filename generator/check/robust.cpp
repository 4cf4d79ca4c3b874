#include "check/robust.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace yokoten {
namespace {

constexpr double kOfMedian = 1.4826;  // of a normal distribution: deviation over median deviation

}  // namespace

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Usual::Usual(const std::vector<double>& values) : middle(median(values)) {
  std::vector<double> apart;
  apart.reserve(values.size());
  for (const double value : values) apart.push_back(std::abs(value - middle));
  deviation = kOfMedian * median(std::move(apart));
}

double Usual::score(double value, double floor) const {
  return std::abs(value - middle) / (deviation + floor);
}

}  // namespace yokoten
