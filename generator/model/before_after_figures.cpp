#include "model/before_after_figures.h"

#include "model/shown_value.h"

namespace yokoten {
namespace {

// Breakdown of the entry in the cube, -1 where nothing has it.
int breakdown_of(const BeforeAfter& entry, const Cube& cube) {
  if (entry.part_key.empty()) return 0;
  return cube.find_breakdown(entry.part_key + '=' + entry.part_code);
}

const OutcomeSummary* outcome_of(const BeforeAfter& entry, int indicator, int breakdown,
                                 const Measured& measured, int home) {
  const OutcomeSummary* newest = nullptr;
  for (const OutcomeSummary& each : measured.outcomes) {
    if (each.indicator != indicator || each.area != home || each.breakdown != breakdown) continue;
    const Period period = measured.cube.period(each.period);
    if (entry.year != 0 && period.year != entry.year) continue;
    if (newest == nullptr || order(period, measured.cube.period(newest->period)) > 0)
      newest = &each;
  }
  return newest;
}

FoundObservation seen_at(const std::optional<Period>& period, int indicator, int breakdown,
                         const Measured& measured, int area) {
  if (!period) return nullptr;
  for (const FoundObservation& each : measured.cube.series(indicator, area, breakdown))
    if (measured.cube.period(each->period) == *period) return each;
  return nullptr;
}

void fill_outcome(const Indicator& indicator, const OutcomeSummary& seen, ShownChange& shown) {
  const bool there = !seen.hidden && seen.before.mean && seen.after.mean && seen.change.mean;
  shown.missing = seen.hidden ? Missing::suppressed : there ? Missing::none : Missing::not_reported;
  // The unit of turnover is that of its change, points.
  shown.unit = seen.outcome == Outcome::turnover ? "%" : indicator.unit;
  if (!there) return;
  shown.before = rounded(*seen.before.mean, indicator.decimals);
  shown.after = rounded(*seen.after.mean, indicator.decimals);
}

void fill_observed(const Indicator& indicator, const MeasuredSides& sides, ShownChange& shown) {
  shown.unit = indicator.unit;
  shown.missing = Missing::not_published;
  if (sides.before == nullptr || sides.after == nullptr) return;
  shown.before = shown_value(indicator, *sides.before);
  shown.after = shown_value(indicator, *sides.after);
  const bool there = shown.before && shown.after;
  shown.missing = there          ? Missing::none
                  : shown.before ? sides.after->missing
                                 : sides.before->missing;
  if (!there) shown.before = shown.after = std::nullopt;
}

}  // namespace

MeasuredSides measured_sides(const BeforeAfter& entry, const Publication& publication,
                             const Measured& measured, int area, int home) {
  MeasuredSides found;
  found.indicator = publication.indicator(entry.indicator);
  const int breakdown = breakdown_of(entry, measured.cube);
  if (found.indicator < 0 || breakdown < 0) return found;
  const auto& indicator = publication.indicators[static_cast<std::size_t>(found.indicator)];
  if (indicator.kind == IndicatorKind::outcome) {
    found.outcome = outcome_of(entry, found.indicator, breakdown, measured, home);
    return found;
  }
  if (area == Areas::none) return found;
  found.before = seen_at(entry.from, found.indicator, breakdown, measured, area);
  found.after = seen_at(entry.to, found.indicator, breakdown, measured, area);
  return found;
}

ShownChange shown_change(const BeforeAfter& entry, const Publication& publication,
                         const Measured& measured, int area, int home) {
  if (entry.indicator.empty())
    return {entry.what, entry.unit, entry.source, entry.before, entry.after, Missing::none};
  ShownChange shown;
  shown.what = entry.what;
  const MeasuredSides sides = measured_sides(entry, publication, measured, area, home);
  if (sides.indicator < 0) return shown;
  const Indicator& indicator = publication.indicators[static_cast<std::size_t>(sides.indicator)];
  if (shown.what.empty()) shown.what = indicator.title;
  if (sides.outcome != nullptr)
    fill_outcome(indicator, *sides.outcome, shown);
  else
    fill_observed(indicator, sides, shown);
  return shown;
}

}  // namespace yokoten
