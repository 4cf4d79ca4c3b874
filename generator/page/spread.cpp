#include "page/spread.h"

#include <algorithm>
#include <cmath>

#include "model/shown_value.h"

namespace yokoten {
namespace {

constexpr Decimal hundred{100, 0};

Decimal times(Decimal step, std::int64_t factor) { return {step.mantissa * factor, step.scale}; }

// How many steps lie at or below the value.
std::int64_t steps_below(Decimal value, Decimal step) {
  auto steps = static_cast<std::int64_t>(std::floor(to_double(value) / to_double(step)));
  while (compare(times(step, steps), value) > 0) --steps;
  while (compare(times(step, steps + 1), value) <= 0) ++steps;
  return steps;
}

Decimal middle(const Indicator& indicator, std::span<const FoundObservation> seen) {
  const std::size_t half = seen.size() / 2;
  const Decimal upper = shown_value(indicator, *seen[half]).value_or(Decimal{});
  if (seen.size() % 2 == 1) return upper;
  return middle_between(indicator, *seen[half - 1], *seen[half]).value_or(upper);
}

}  // namespace

bool SpreadClass::holds(Decimal value) const {
  const bool reaches = low_open || compare(value, low) >= 0;
  const int above = compare(value, high);
  return reaches && (high_open || above < 0 || (high_closed && above == 0));
}

std::vector<SpreadClass> even_classes(const std::vector<Decimal>& values, Decimal step,
                                      bool is_share) {
  const double width = (to_double(values.back()) - to_double(values.front())) / to_double(step);
  if (width > static_cast<double>(most_classes)) return {};
  const std::int64_t first = steps_below(values.front(), step);
  std::int64_t last = steps_below(values.back(), step);
  const bool full = is_share && last > first && compare(times(step, last), hundred) == 0;
  if (full) --last;
  std::vector<SpreadClass> classes;
  for (std::int64_t at = first; at <= last; ++at)
    classes.push_back({times(step, at), times(step, at + 1)});
  classes.back().high_closed = full;
  if (classes.size() > most_classes) classes.clear();
  return classes;
}

std::vector<SpreadClass> classes_between(const std::vector<Decimal>& values,
                                         const std::vector<Decimal>& limits) {
  std::vector<SpreadClass> classes;
  for (std::size_t at = 0; at + 1 < limits.size(); ++at)
    classes.push_back({limits[at], limits[at + 1]});
  if (compare(values.front(), limits.front()) < 0)
    classes.insert(classes.begin(),
                   {.low = values.front(), .high = limits.front(), .low_open = true});
  if (compare(values.back(), limits.back()) >= 0)
    classes.push_back({.low = limits.back(), .high = values.back(), .high_open = true});
  return classes;
}

Decimal usual_step(const std::vector<Decimal>& values, int decimals) {
  constexpr double most = 11;
  constexpr int coarsest = 12;
  const double range = to_double(values.back()) - to_double(values.front());
  Decimal unit{1, decimals};
  for (int power = 0; power < coarsest; ++power) {
    for (const std::int64_t factor : {1, 2, 5})
      if (range / to_double(times(unit, factor)) <= most) return times(unit, factor);
    unit = unit.scale > 0 ? Decimal{1, unit.scale - 1} : Decimal{unit.mantissa * 10, 0};
  }
  return unit;
}

Quartiles quartiles(const Indicator& indicator, std::span<const FoundObservation> seen) {
  const std::size_t half = seen.size() / 2;
  return {middle(indicator, seen.first(half)), middle(indicator, seen),
          middle(indicator, seen.last(half))};
}

}  // namespace yokoten
