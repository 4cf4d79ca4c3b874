#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "chart/scale/calendar.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {

/// The interval of which there are about `count` between two times; nullopt where there is none.
/// `utc`: as d3.utcTickInterval, else as d3.timeTickInterval in the zone UTC.
std::optional<Interval> tick_interval(double start, double stop, double count, bool utc);

/// Vega's time unit; nullopt where the name or step is none.
std::optional<Interval> interval_of(TimeInterval interval);

/// Boundaries from start to stop, both included, running down where stop is the earlier.
std::vector<double> interval_ticks(double start, double stop, const Interval& interval);

}  // namespace yokoten::chart
