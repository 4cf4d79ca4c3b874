#include "model/release_changes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace yokoten {
namespace {

/// Indicator, area, period and part of a figure. Periods of dates in words sort as they pass.
using Key = std::tuple<int, int, std::string, std::string>;

/// Indicator, area, period and part as a release writes them, where the publication knows the
/// indicator or the area no more.
using OldKey = std::tuple<std::string, std::string, std::string, std::string>;

/// All that a release says.
struct Figures {
  std::map<Key, SaidFigure> known;
  std::set<OldKey> old;  ///< only those that have a figure
};

bool has_figure(const SaidFigure& said) { return said.value || said.lower; }

Key key_of(const Cube& cube, const Observation& seen) {
  return {seen.indicator, seen.area, to_text(cube.period(seen.period)),
          cube.breakdown(seen.breakdown)};
}

bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

Figures figures_of(const Measured& measured) {
  Figures figures;
  for (const Observation& seen : measured.cube.all())
    figures.known[key_of(measured.cube, seen)] = {seen.value, seen.lower,
                                                  std::string(to_text(seen.missing))};
  return figures;
}

// Nothing where there is no such indicator or area today.
std::optional<Key> key_of(const Publication& publication, const Areas& areas,
                          const ReleasedFigure& figure) {
  const int indicator = publication.indicator(figure.indicator);
  const int area = areas.by_code(figure.area_code);
  if (indicator < 0 || area == Areas::none) return std::nullopt;
  return Key{indicator, area, figure.period, figure.breakdown};
}

SaidFigure said_by(const ReleasedFigure& figure) {
  return {figure.value, figure.lower, figure.missing};
}

Figures figures_of(const Publication& publication, const Areas& areas, int release) {
  Figures figures;
  for (const ReleasedFigure& each : publication.released) {
    if (each.release != release) continue;
    if (const auto key = key_of(publication, areas, each))
      figures.known[*key] = said_by(each);
    else if (has_figure(said_by(each)))
      figures.old.insert({each.indicator, each.area_code, each.period, each.breakdown});
  }
  return figures;
}

std::size_t count_figures(const Figures& of) {
  const auto counted =
      std::ranges::count_if(of.known, [](const auto& each) { return has_figure(each.second); });
  return static_cast<std::size_t>(counted) + of.old.size();
}

std::size_t count_gone(const Figures& before, const Figures& now) {
  std::size_t gone = 0;
  for (const auto& [key, said] : before.known)
    gone += has_figure(said) && !now.known.contains(key) ? 1 : 0;
  for (const OldKey& key : before.old) gone += now.old.contains(key) ? 0 : 1;
  return gone;
}

ReleaseChanges compared(const Figures* before, const Figures& now) {
  ReleaseChanges changes;
  changes.figures = count_figures(now);
  for (const auto& [key, said] : now.known) {
    const auto& [indicator, area, period, breakdown] = key;
    const bool is_new = before == nullptr || !before->known.contains(key);
    if (is_new)
      changes.added[indicator] += has_figure(said) ? 1 : 0;
    else if (const SaidFigure& then = before->known.at(key); !(then == said))
      changes.changed.push_back({indicator, area, period, breakdown, then, said});
  }
  std::erase_if(changes.added, [](const auto& each) { return each.second == 0; });
  if (before != nullptr) changes.gone = count_gone(*before, now);
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

std::vector<PastFigure> past_figures(const Publication& publication, const Areas& areas,
                                     const std::vector<int>& shown, const Figures& now) {
  std::map<Key, PastFigure> past;
  for (const int release : shown)
    for (const ReleasedFigure& each : publication.released) {
      if (each.release != release || (!each.value && !each.lower)) continue;
      const auto key = key_of(publication, areas, each);
      if (!key || now.known.contains(*key)) continue;
      const auto& [indicator, area, period, breakdown] = *key;
      const auto& date = publication.releases[static_cast<std::size_t>(release)].date;
      past[*key] = {indicator,     area,           period,           breakdown, date,
                    said_by(each), each.numerator, each.denominator, each.flags};
    }
  std::vector<PastFigure> figures;
  for (auto& [key, figure] : past) figures.push_back(std::move(figure));
  return figures;
}

// A plan is no value of the past, and a cube without the period has nothing to stand beside.
std::vector<Observation> earlier_values(const std::vector<PastFigure>& past, const Cube& cube) {
  std::vector<Observation> earlier;
  for (const PastFigure& each : past) {
    const auto period = parse_period(each.period);
    const int id = period ? cube.find_period(*period) : -1;
    if (!each.said.value || !each.breakdown.empty() || (each.flags & planned) != 0 || id < 0)
      continue;
    Observation made;
    made.indicator = each.indicator;
    made.area = each.area;
    made.period = id;
    made.numerator = each.numerator;
    made.denominator = each.denominator;
    made.value = each.said.value;
    made.flags = each.flags;
    made.kept_in = KeptIn::release;
    earlier.push_back(made);
  }
  return earlier;
}

// Without an earlier release all figures are new.
ReleaseChanges first_release(const Publication& publication, const Cube& cube) {
  ReleaseChanges changes;
  changes.kept = -1;
  changes.date = publication.as_of;
  for (const Observation& each : cube.all()) {
    if (!each.value && !each.lower) continue;
    ++changes.figures;
    ++changes.added[each.indicator];
  }
  return changes;
}

}  // namespace

bool SaidFigure::operator==(const SaidFigure& other) const {
  return same(value, other.value) && same(lower, other.lower) && missing == other.missing;
}

ReleaseHistory release_history(const Publication& publication, const Areas& areas,
                               const Measured& measured) {
  const std::vector<int> shown = shown_releases(publication);
  if (shown.empty()) return ReleaseHistory({first_release(publication, measured.cube)});
  std::vector<Figures> all;
  for (const int release : shown) all.push_back(figures_of(publication, areas, release));
  all.push_back(figures_of(measured));
  std::vector<ReleaseChanges> releases;
  for (std::size_t at = 0; at < all.size(); ++at) {
    ReleaseChanges changes = compared(at == 0 ? nullptr : &all[at - 1], all[at]);
    changes.kept = at < shown.size() ? shown[at] : -1;
    changes.date = at < shown.size()
                       ? publication.releases[static_cast<std::size_t>(shown[at])].date
                       : publication.as_of;
    releases.push_back(std::move(changes));
  }
  ReleaseHistory history(std::move(releases));
  history.past = past_figures(publication, areas, shown, all.back());
  history.earlier = earlier_values(history.past, measured.cube);
  return history;
}

std::span<const Observation> ReleaseHistory::earlier_of(int indicator, int area) const {
  const std::pair wanted(indicator, area);
  const auto key = [](const Observation& each) { return std::pair(each.indicator, each.area); };
  const auto [from, to] = std::ranges::equal_range(earlier, wanted, {}, key);
  return {from, to};
}

void know_released_periods(const Publication& publication, Measured& measured) {
  for (const ReleasedFigure& each : publication.released)
    if (const auto period = parse_period(each.period)) measured.cube.period_id(*period);
}

std::vector<ReleasedSaying> released_sayings(const Publication& publication, const Areas& areas,
                                             const Cube& cube, const Observation& seen) {
  const Key wanted = key_of(cube, seen);
  std::vector<ReleasedSaying> sayings;
  for (const int release : shown_releases(publication))
    for (const ReleasedFigure& each : publication.released)
      if (each.release == release && key_of(publication, areas, each) == wanted)
        sayings.push_back(
            {publication.releases[static_cast<std::size_t>(release)].date, said_by(each)});
  return sayings;
}

}  // namespace yokoten
