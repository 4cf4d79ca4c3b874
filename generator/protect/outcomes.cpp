#include "protect/outcomes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "protect/group_sums.h"
#include "protect/late_reports.h"
#include "protect/outcome_spreads.h"

namespace yokoten {
namespace {

// The strictest of the sources that have reports.
int fewest_offices(const Publication& publication) {
  int fewest = 0;
  for (const Source& source : publication.sources)
    if (source.report) fewest = std::max(fewest, source.report->fewest_offices);
  return fewest;
}

/// Sums that may be combined: of one outcome, of a year each. What was before is the same in every
/// year that an office reports, so the sums of all years belong together on that side.
using Family = std::pair<Outcome, std::optional<int>>;  // period; none: the side before

// Readers miss the newest year most, and the whole more than its parts.
int cost(const Cube& cube, const OutcomeSummary& summary) {
  constexpr int whole = 10000;
  return cube.period(summary.period).year + (summary.breakdown == 0 ? whole : 0);
}

void hide(OutcomeSummary& summary, Measured& measured) {
  summary.hidden = true;
  summary.before = summary.after = summary.change = {};
  summary.low = summary.high = std::nullopt;
  summary.improved.reset();
  summary.offices.clear();
  summary.left_out = 0;
  measured.cube.suppress(summary.indicator, summary.area, summary.period, summary.breakdown);
}

bool is_few_or_alike(std::int64_t units, std::int64_t better, int fewest) {
  const auto spread = static_cast<std::int64_t>(fewest_for_spread);
  return units > 0 && (units < fewest || (units < spread && (better == 0 || better == units)));
}

// Shares of offices: too few of them, or all or none, which tells of each.
int hide_units(const Publication& publication, Measured& measured, int fewest) {
  std::vector<Observation> out;
  for (const Observation& seen : measured.cube.all()) {
    const auto& of = publication.indicators[static_cast<std::size_t>(seen.indicator)];
    if (of.kind != IndicatorKind::share_of_units || !seen.denominator) continue;
    if (is_few_or_alike(seen.denominator->mantissa, seen.numerator->mantissa, fewest))
      out.push_back(seen);
  }
  for (const Observation& seen : out)
    measured.cube.suppress(seen.indicator, seen.area, seen.period, seen.breakdown);
  return static_cast<int>(out.size());
}

// Of two nested groups the smaller one is hidden where their difference would tell of the few
// offices that only the larger one has; whatever number each is set beside.
int hide_nested_units(const Publication& publication, Measured& measured, int fewest) {
  const auto formula = [&](const Observation& seen) -> const UnitsFormula& {
    return *publication.indicators[static_cast<std::size_t>(seen.indicator)].units;
  };
  const auto of = [](const Observation& seen) {
    return std::pair(seen.denominator->mantissa, seen.numerator->mantissa);
  };
  std::map<std::tuple<int, int, Outcome>, std::vector<Observation>> open;
  for (const Observation& seen : measured.cube.all())
    if (publication.indicators[static_cast<std::size_t>(seen.indicator)].kind ==
            IndicatorKind::share_of_units &&
        seen.denominator)
      open[{seen.area, seen.period, formula(seen).outcome}].push_back(seen);
  int count = 0;
  for (auto& [key, list] : open) {
    std::sort(list.begin(), list.end(),
              [&](const auto& a, const auto& b) { return of(a).first > of(b).first; });
    std::vector<Observation> kept;
    for (const Observation& seen : list) {
      const bool told = std::any_of(kept.begin(), kept.end(), [&](const Observation& larger) {
        const auto [units, better] = of(larger);
        return is_few_or_alike(units - of(seen).first, better - of(seen).second, fewest) &&
               formula(larger).group != formula(seen).group;
      });
      if (!told) {
        kept.push_back(seen);
        continue;
      }
      measured.cube.suppress(seen.indicator, seen.area, seen.period, seen.breakdown);
      ++count;
    }
  }
  return count;
}

}  // namespace

bool protect_outcomes(const Publication& publication, const Areas& areas, Measured& measured,
                      Findings& findings) {
  const int fewest = fewest_offices(publication);
  if (fewest == 0) return false;
  std::map<Family, std::vector<OutcomeSummary*>> families;
  for (OutcomeSummary& each : measured.outcomes)
    if (each.pairs() > 0)
      for (const std::optional<int> period : {std::optional<int>(), std::optional(each.period)})
        families[{each.outcome, period}].push_back(&each);
  std::vector<OutcomeSummary*> hidden;
  for (const auto& [family, summaries] : families) {
    std::vector<std::vector<int>> groups;
    std::vector<int> costs;
    for (const OutcomeSummary* each : summaries) {
      groups.push_back(each->offices);
      costs.push_back(cost(measured.cube, *each));
    }
    const auto out = hidden_groups(groups, static_cast<std::size_t>(fewest), costs);
    for (std::size_t at = 0; at < summaries.size(); ++at)
      if (out[at]) hidden.push_back(summaries[at]);
  }
  int count = hide_units(publication, measured, fewest);
  count += hide_nested_units(publication, measured, fewest);
  for (OutcomeSummary* each : hidden) {
    if (each->hidden) continue;
    hide(*each, measured);
    ++count;
  }
  if (const int spreads = hide_told_spreads(measured); spreads > 0)
    add_finding(
        findings, Level::note, {publication.folder + "/sources.toml", 0, 0}, "disclosure.spreads",
        {fmt::format("四分位数や改善した割合から{}未満の事業所が分かる集計 {}個では、"
                     "平均だけを示します",
                     fewest_for_spread, spreads),
         fmt::format("{} outcomes show means only: their quartiles or how many improved would tell "
                     "of fewer than {} offices by subtraction",
                     spreads, fewest_for_spread)});
  if (count > 0)
    add_finding(
        findings, Level::note, {publication.folder + "/sources.toml", 0, 0}, "disclosure.outcomes",
        {fmt::format("事業所が{}未満の集計と、差し引きでそれが分かる集計 {}個を秘匿しました",
                     fewest, count),
         fmt::format("{} outcomes are hidden: fewer than {} offices stand behind them, or "
                     "what they would tell by subtraction",
                     count, fewest)});
  refuse_told_late_reports(publication, areas, measured, fewest, findings);
  return count > 0;
}

}  // namespace yokoten
