#pragma once

#include <vector>

namespace yokoten {

/// The middle one, the upper of two. `values` must not be empty.
double median(std::vector<double> values);

/// How far a value lies from others, in robust standard deviations: its distance from their median
/// over their median deviation, to which `floor` is added for what is always to be expected.
double robust_score(double value, const std::vector<double>& others, double floor);

}  // namespace yokoten
