#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/house/spec_parts.h"

namespace yokoten::chart {

inline constexpr double kTrendPlot = 182, kTrendTop = 30;

/// From a line to its words, in pixels.
inline constexpr double kOverLine = -10;

/// A datum with its day; what has no date cannot stand on a time axis.
struct Moment {
  const ChartDatum* datum = nullptr;
  double day = 0;
  std::optional<double> value;
};

struct Trend {
  const ChartRequest& request;
  std::vector<Moment> moments;  ///< by day
  std::vector<ReferenceLine> lines;
  Extent values;
  Extent days;
};

/// Where a day and a value stand in a picture of the narrowest width.
double across(const Trend& trend, double day);
double down(const Trend& trend, double value);

/// A point's name and number, beside it.
struct TrendLabel {
  const Moment* moment = nullptr;
  bool left = false;               ///< stands left of its point
  double x = 0, y = 0, width = 0;  ///< left end and base, in a picture of the narrowest width
};

/// The words of a line: they stand left over it, or right where points are in the way.
TrendLabel words_of(const Trend& trend, const ReferenceLine& line);

/// The labels that have room: the last point is named first, then the first one; of few points all
/// that do not meet another label.
std::vector<TrendLabel> labels_of(const Trend& trend);

}  // namespace yokoten::chart
