#pragma once

#include <cstdint>
#include <vector>

// The calendar in UTC, as d3-time walks through it. Times are milliseconds since 1970-01-01, NaN
// where JavaScript's Date would be invalid.

namespace yokoten::chart {

/// Milliseconds.
inline constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute,
                              kDay = 24 * kHour;

/// A time's fields. `month` counts from 0, `weekday` from Sunday.
struct CivilTime {
  std::int64_t year = 1970;
  int month = 0, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
  int weekday = 4;
};

/// Whole milliseconds within JavaScript's range (about 271,821 years either way), else NaN.
double clipped_time(double milliseconds);

/// `milliseconds` must be what clipped_time gives and not NaN.
CivilTime civil_of(double milliseconds);

/// `month` from 0, `day` may lie outside of the month: 31 February is 2 or 3 March.
double milliseconds_of_day(std::int64_t year, int month, std::int64_t day);

enum class CalendarUnit { millisecond, second, minute, hour, day, week, isoweek, month, year };

/// Every `step`-th unit, counted as d3 does: days from the first of their month, hours from
/// midnight, months from January, weeks and `from_1970` days from 1970, years from 0.
struct Interval {
  CalendarUnit unit = CalendarUnit::millisecond;
  double step = 1;
  bool from_1970 = false;
};

double floor_of(double time, const Interval& interval);
double ceiling_of(double time, const Interval& interval);

/// Boundaries of the interval from `start` to before `stop`; no more than `most` of them.
std::vector<double> times_between(double start, double stop, const Interval& interval,
                                  std::size_t most);

}  // namespace yokoten::chart
