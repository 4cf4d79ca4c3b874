#include "check/robust.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace yokoten {
namespace {

constexpr double kOfMedian = 1.4826;  // of a normal distribution: deviation over median deviation

}  // namespace

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double robust_score(double value, const std::vector<double>& others, double floor) {
  const double usual = median(others);
  std::vector<double> apart;
  apart.reserve(others.size());
  for (const double other : others) apart.push_back(std::abs(other - usual));
  return std::abs(value - usual) / (kOfMedian * median(apart) + floor);
}

}  // namespace yokoten
