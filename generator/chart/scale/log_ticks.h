#pragma once

#include <vector>

#include "chart/scale/scale.h"

namespace yokoten::chart {

/// Ticks of a logarithmic scale: the digits 1 to base - 1 of each power, or powers only.
std::vector<double> log_ticks(const Scale& scale, double count);

/// d3's `nice` for logarithmic scales: whole powers of the base.
void make_log_nice(Scale& scale);

/// Which ticks of a logarithmic axis are labelled; the others would stand too near.
class LogLabels {
 public:
  LogLabels(const Scale& scale, double count);
  bool shows(double value) const;

 private:
  double base_, log_base_, most_;
};

}  // namespace yokoten::chart
