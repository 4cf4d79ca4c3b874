#include "chart/scale/time_ticks.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace yokoten::chart {
namespace {

constexpr double kYear = 365 * kDay;

struct Step {
  CalendarUnit unit = CalendarUnit::second;
  double step = 1;
  double duration = 0;  // ms, a month being 30 days
};

constexpr Step kSteps[] = {
    {CalendarUnit::second, 1, kSecond},
    {CalendarUnit::second, 5, 5 * kSecond},
    {CalendarUnit::second, 15, 15 * kSecond},
    {CalendarUnit::second, 30, 30 * kSecond},
    {CalendarUnit::minute, 1, kMinute},
    {CalendarUnit::minute, 5, 5 * kMinute},
    {CalendarUnit::minute, 15, 15 * kMinute},
    {CalendarUnit::minute, 30, 30 * kMinute},
    {CalendarUnit::hour, 1, kHour},
    {CalendarUnit::hour, 3, 3 * kHour},
    {CalendarUnit::hour, 6, 6 * kHour},
    {CalendarUnit::hour, 12, 12 * kHour},
    {CalendarUnit::day, 1, kDay},
    {CalendarUnit::day, 2, 2 * kDay},
    {CalendarUnit::week, 1, 7 * kDay},
    {CalendarUnit::month, 1, 30 * kDay},
    {CalendarUnit::month, 3, 90 * kDay},
    {CalendarUnit::year, 1, kYear},
};

std::optional<Interval> every(CalendarUnit unit, double step) {
  step = std::floor(step);
  if (!std::isfinite(step) || !(step > 0)) return std::nullopt;
  return Interval{unit, step};
}

struct NamedUnit {
  std::string_view name;
  CalendarUnit unit;
  int step = 1;
};

constexpr NamedUnit kUnits[] = {
    {"year", CalendarUnit::year},       {"quarter", CalendarUnit::month, 3},
    {"month", CalendarUnit::month},     {"week", CalendarUnit::week},
    {"isoweek", CalendarUnit::isoweek}, {"date", CalendarUnit::day},
    {"day", CalendarUnit::day},         {"dayofyear", CalendarUnit::day},
    {"hours", CalendarUnit::hour},      {"minutes", CalendarUnit::minute},
    {"seconds", CalendarUnit::second},  {"milliseconds", CalendarUnit::millisecond},
};

}  // namespace

std::optional<Interval> tick_interval(double start, double stop, double count, bool utc) {
  if (!std::isfinite(start) || !std::isfinite(stop) || std::isnan(count)) return std::nullopt;
  const double target = std::abs(stop - start) / count;
  const Step* after =
      std::upper_bound(std::begin(kSteps), std::end(kSteps), target,
                       [](double wanted, const Step& step) { return wanted < step.duration; });
  if (std::isnan(target) || after == std::end(kSteps)) {
    return every(CalendarUnit::year, tick_step(start / kYear, stop / kYear, count));
  }
  if (after == std::begin(kSteps)) {
    const double step = tick_step(start, stop, count);
    return every(CalendarUnit::millisecond, step < 1 ? 1 : step);
  }
  const Step* before = std::prev(after);
  const bool nearer_before = target / before->duration < after->duration / target;
  const Step& chosen = nearer_before ? *before : *after;
  return Interval{chosen.unit, chosen.step, utc && chosen.unit == CalendarUnit::day};
}

std::optional<Interval> interval_of(TimeInterval interval) {
  const auto* unit =
      std::find_if(std::begin(kUnits), std::end(kUnits),
                   [&](const NamedUnit& named) { return named.name == interval.unit; });
  if (unit == std::end(kUnits) || interval.step < 0) return std::nullopt;
  return Interval{unit->unit, std::max(1.0, static_cast<double>(interval.step)) * unit->step};
}

std::vector<double> interval_ticks(double start, double stop, const Interval& interval) {
  const double first = std::min(start, stop);
  const double last = std::max(start, stop);
  std::vector<double> ticks = times_between(first, last + 1, interval, kMostTicks);
  if (stop < start) std::reverse(ticks.begin(), ticks.end());
  return ticks;
}

std::vector<double> time_tick_values(const Scale& scale, TimeInterval interval) {
  const std::optional<Interval> found = interval_of(interval);
  if (!found) return tick_values(scale, 10);
  return interval_ticks(scale.low, scale.high, *found);
}

}  // namespace yokoten::chart
