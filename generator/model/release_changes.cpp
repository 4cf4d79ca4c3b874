#include "model/release_changes.h"

#include <algorithm>
#include <tuple>

namespace yokoten {
namespace {

/// Indicator, area, period and part of a figure. Periods of dates in words sort as they pass.
using Key = std::tuple<int, int, std::string, std::string>;
using Figures = std::map<Key, SaidFigure>;

bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

Figures figures_of(const Measured& measured) {
  Figures figures;
  for (const Observation& seen : measured.cube.all())
    figures[{seen.indicator, seen.area, to_text(measured.cube.period(seen.period)),
             measured.cube.breakdown(seen.breakdown)}] = {seen.value, seen.lower,
                                                          std::string(to_text(seen.missing))};
  return figures;
}

// Of indicators and areas that there are today.
Figures figures_of(const Publication& publication, const Areas& areas, int release) {
  Figures figures;
  for (const ReleasedFigure& each : publication.released) {
    if (each.release != release) continue;
    const int indicator = publication.indicator(each.indicator);
    const int area = areas.by_code(each.area_code);
    if (indicator >= 0 && area != Areas::none)
      figures[{indicator, area, each.period, each.breakdown}] = {each.value, each.lower,
                                                                 each.missing};
  }
  return figures;
}

ReleaseChanges compared(const Figures* before, const Figures& now) {
  ReleaseChanges changes;
  changes.figures = now.size();
  for (const auto& [key, said] : now) {
    const auto& [indicator, area, period, breakdown] = key;
    const auto at = before == nullptr ? now.end() : before->find(key);
    if (before == nullptr || at == before->end())
      ++changes.added[indicator];
    else if (!(at->second == said))
      changes.changed.push_back({indicator, area, period, breakdown, at->second, said});
  }
  if (before != nullptr)
    for (const auto& [key, said] : *before) changes.gone += now.contains(key) ? 0 : 1;
  return changes;
}

// The kept releases that are shown, oldest first.
std::vector<int> shown_releases(const Publication& publication) {
  std::vector<int> shown;
  for (int at = 0; at < static_cast<int>(publication.releases.size()); ++at) {
    const Release& each = publication.releases[static_cast<std::size_t>(at)];
    if (each.is_shown && each.date != publication.as_of) shown.push_back(at);
  }
  const auto period = [&](int at) {
    return parse_period(publication.releases[static_cast<std::size_t>(at)].date).value_or(Period{});
  };
  std::stable_sort(shown.begin(), shown.end(),
                   [&](int a, int b) { return order(period(a), period(b)) < 0; });
  return shown;
}

std::vector<PastFigure> past_figures(const Publication& publication, const std::vector<int>& shown,
                                     const std::vector<Figures>& all) {
  std::map<Key, PastFigure> past;
  const Figures& now = all.back();
  for (std::size_t at = 0; at < shown.size(); ++at)
    for (const auto& [key, said] : all[at]) {
      if (now.contains(key) || (!said.value && !said.lower)) continue;
      const auto& [indicator, area, period, breakdown] = key;
      const auto& date = publication.releases[static_cast<std::size_t>(shown[at])].date;
      past[key] = {indicator, area, period, breakdown, date, said};
    }
  std::vector<PastFigure> figures;
  for (auto& [key, figure] : past) figures.push_back(std::move(figure));
  return figures;
}

}  // namespace

bool SaidFigure::operator==(const SaidFigure& other) const {
  return same(value, other.value) && same(lower, other.lower) && missing == other.missing;
}

ReleaseHistory release_history(const Publication& publication, const Areas& areas,
                               const Measured& measured) {
  const std::vector<int> shown = shown_releases(publication);
  std::vector<Figures> all;
  for (const int release : shown) all.push_back(figures_of(publication, areas, release));
  all.push_back(figures_of(measured));
  ReleaseHistory history;
  for (std::size_t at = 0; at < all.size(); ++at) {
    ReleaseChanges changes = compared(at == 0 ? nullptr : &all[at - 1], all[at]);
    changes.kept = at < shown.size() ? shown[at] : -1;
    changes.date = at < shown.size()
                       ? publication.releases[static_cast<std::size_t>(shown[at])].date
                       : publication.as_of;
    history.releases.push_back(std::move(changes));
  }
  history.past = past_figures(publication, shown, all);
  return history;
}

}  // namespace yokoten
