#include "chart/scale/calendar.h"

#include <cmath>
#include <limits>

namespace yokoten::chart {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
constexpr double kLastTime = 8.64e15;
constexpr int kMostSteps = 20'000;  // units that a search for every n-th one goes through

std::int64_t floor_divided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// Days since 1970-01-01 of the first of a month (counted from 0) in the Gregorian calendar.
std::int64_t days_of_month(std::int64_t year, std::int64_t month) {
  year += floor_divided(month, 12);
  month -= floor_divided(month, 12) * 12;
  const std::int64_t shifted = month < 2 ? year - 1 : year;  // years that begin in March
  const std::int64_t era = floor_divided(shifted, 400);
  const std::int64_t of_era = shifted - era * 400;
  const std::int64_t of_year = (153 * ((month + 10) % 12) + 2) / 5;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

struct CivilDay {
  std::int64_t year = 0;
  int month = 0, day = 1;
};

CivilDay civil_day(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = floor_divided(days, 146'097);
  const std::int64_t of_era = days - era * 146'097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;  // months since March
  const auto month = static_cast<int>((shifted + 2) % 12);
  return {year + era * 400 + (month < 2 ? 1 : 0), month,
          static_cast<int>(of_year - (153 * shifted + 2) / 5) + 1};
}

std::int64_t whole(double time) { return static_cast<std::int64_t>(time); }

std::int64_t days_since_1970(double time) { return floor_divided(whole(time), kDay); }

int weekday_of(std::int64_t days) { return static_cast<int>(((days + 4) % 7 + 7) % 7); }

double cut(double time, std::int64_t to) {
  return static_cast<double>(floor_divided(whole(time), to) * to);
}

double unit_floor(double time, CalendarUnit unit) {
  const std::int64_t days = days_since_1970(time);
  switch (unit) {
    case CalendarUnit::millisecond:
      return time;
    case CalendarUnit::second:
      return cut(time, kSecond);
    case CalendarUnit::minute:
      return cut(time, kMinute);
    case CalendarUnit::hour:
      return cut(time, kHour);
    case CalendarUnit::day:
      return cut(time, kDay);
    case CalendarUnit::week:
      return static_cast<double>((days - weekday_of(days)) * kDay);
    case CalendarUnit::isoweek:
      return static_cast<double>((days - (weekday_of(days) + 6) % 7) * kDay);
    case CalendarUnit::month: {
      const CivilDay civil = civil_day(days);
      return milliseconds_of_day(civil.year, civil.month, 1);
    }
    case CalendarUnit::year:
      return milliseconds_of_day(civil_day(days).year, 0, 1);
  }
  return kNever;
}

// The next boundary after one.
double unit_next(double time, CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::millisecond:
      return clipped_time(time + 1);
    case CalendarUnit::second:
      return clipped_time(time + static_cast<double>(kSecond));
    case CalendarUnit::minute:
      return clipped_time(time + static_cast<double>(kMinute));
    case CalendarUnit::hour:
      return clipped_time(time + static_cast<double>(kHour));
    case CalendarUnit::day:
      return clipped_time(time + static_cast<double>(kDay));
    case CalendarUnit::week:
    case CalendarUnit::isoweek:
      return clipped_time(time + static_cast<double>(7 * kDay));
    case CalendarUnit::month: {
      const CivilDay civil = civil_day(days_since_1970(time));
      return milliseconds_of_day(civil.year, civil.month + 1, 1);
    }
    case CalendarUnit::year:
      return milliseconds_of_day(civil_day(days_since_1970(time)).year + 1, 0, 1);
  }
  return kNever;
}

// What d3 counts a unit by where only every n-th one is wanted.
std::int64_t count_of(double time, const Interval& interval) {
  const CivilTime civil = civil_of(time);
  const std::int64_t days = days_since_1970(time);
  switch (interval.unit) {
    case CalendarUnit::second:
      return civil.second;
    case CalendarUnit::minute:
      return civil.minute;
    case CalendarUnit::hour:
      return civil.hour;
    case CalendarUnit::day:
      return interval.from_1970 ? days : civil.day - 1;
    case CalendarUnit::week:
      return floor_divided(days + 4, 7);
    case CalendarUnit::isoweek:
      return floor_divided(days + 3, 7);
    case CalendarUnit::month:
      return civil.month;
    default:
      return 0;
  }
}

bool fits(double time, const Interval& interval) {
  return std::fmod(static_cast<double>(count_of(time, interval)), interval.step) == 0;
}

// Milliseconds and years are counted by themselves; of all other units each is looked at.
bool counted_directly(const Interval& interval) {
  return interval.unit == CalendarUnit::millisecond || interval.unit == CalendarUnit::year;
}

double direct_floor(double time, const Interval& interval) {
  if (interval.unit == CalendarUnit::millisecond) {
    return clipped_time(std::floor(time / interval.step) * interval.step);
  }
  const auto year = static_cast<double>(civil_day(days_since_1970(time)).year);
  const double floored = std::floor(year / interval.step) * interval.step;
  return std::abs(floored) > 300'000 ? kNever : milliseconds_of_day(whole(floored), 0, 1);
}

double direct_next(double time, const Interval& interval) {
  if (interval.unit == CalendarUnit::millisecond) return clipped_time(time + interval.step);
  const double year = static_cast<double>(civil_day(days_since_1970(time)).year) + interval.step;
  return std::abs(year) > 300'000 ? kNever : milliseconds_of_day(whole(year), 0, 1);
}

// The boundary after the boundary `time`.
double next_of(double time, const Interval& interval) {
  if (interval.step <= 1) return unit_next(time, interval.unit);
  if (counted_directly(interval)) return direct_next(time, interval);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    time = unit_next(time, interval.unit);
    if (std::isnan(time) || fits(time, interval)) return time;
  }
  return kNever;
}

}  // namespace

double clipped_time(double milliseconds) {
  return std::abs(milliseconds) <= kLastTime ? std::trunc(milliseconds) + 0.0 : kNever;
}

CivilTime civil_of(double milliseconds) {
  const std::int64_t days = days_since_1970(milliseconds);
  const auto rest = static_cast<int>(whole(milliseconds) - days * kDay);
  const CivilDay day = civil_day(days);
  return {day.year,
          day.month,
          day.day,
          rest / static_cast<int>(kHour),
          rest / static_cast<int>(kMinute) % 60,
          rest / static_cast<int>(kSecond) % 60,
          rest % static_cast<int>(kSecond),
          weekday_of(days)};
}

double milliseconds_of_day(std::int64_t year, int month, std::int64_t day) {
  return clipped_time(static_cast<double>((days_of_month(year, month) + day - 1) * kDay));
}

double floor_of(double time, const Interval& interval) {
  time = clipped_time(time);
  if (std::isnan(time)) return time;
  if (interval.step <= 1) return unit_floor(time, interval.unit);
  if (counted_directly(interval)) return direct_floor(time, interval);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    time = unit_floor(time, interval.unit);
    if (std::isnan(time) || fits(time, interval)) return time;
    time = clipped_time(time - 1);
    if (std::isnan(time)) return time;
  }
  return kNever;
}

double ceiling_of(double time, const Interval& interval) {
  const double before = floor_of(clipped_time(time) - 1, interval);
  return std::isnan(before) ? before : next_of(before, interval);
}

std::vector<double> times_between(double start, double stop, const Interval& interval,
                                  std::size_t most) {
  std::vector<double> times;
  double time = ceiling_of(start, interval);
  while (time < stop && times.size() < most) {
    times.push_back(time);
    const double next = next_of(time, interval);
    if (!(next > time)) break;
    time = next;
  }
  return times;
}

}  // namespace yokoten::chart
