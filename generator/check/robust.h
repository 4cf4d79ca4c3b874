#pragma once

#include <vector>

namespace yokoten {

/// Fewer values than these tell nothing of what is usual.
inline constexpr std::size_t kFewestPeers = 20;
/// What is always to be expected: a point of a share, a twentieth of a count (in logarithms).
inline constexpr double kPointFloor = 1, kLogFloor = 0.05;

/// The middle one, the upper of two. `values` must not be empty.
double median(std::vector<double> values);

/// What is usual among values: their median, and how far they are from it.
struct Usual {
  double middle = 0;
  double deviation = 0;  ///< the median one, as a standard deviation of a normal distribution

  explicit Usual(const std::vector<double>& values);
  /// How far a value lies apart, in these deviations, to which `floor` is added for what is always
  /// to be expected: a robust z-score.
  double score(double value, double floor) const;
};

}  // namespace yokoten
