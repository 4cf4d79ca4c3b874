#include "difference/rank_changes.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "model/period.h"
#include "model/ranks.h"

namespace yokoten {
namespace {

struct Placed {
  std::string area_code;
  const ToldFigure* figure = nullptr;
  int place = 0;
};

/// Who stands where: the ranking of one indicator at one period.
struct Ranking {
  std::string period;
  std::map<std::string, int> places;
};

bool is_prefecture(const std::string& code) {
  return code.substr(2, 3) == "000" && !code.starts_with("00");
}

bool is_nation(const std::string& code) { return code == "000000"; }

int compare_figures(const ToldFigure& a, const ToldFigure& b, bool is_ratio) {
  const auto whole = [](const ToldFigure& of) {
    return of.numerator && of.denominator && of.denominator->mantissa > 0;
  };
  if (is_ratio && whole(a) && whole(b))
    return compare_ratios(*a.numerator, *a.denominator, *b.numerator, *b.denominator);
  return compare(*a.value, *b.value);
}

bool is_plan(const Placed& each) { return each.figure->flags.find("planned") != std::string::npos; }

// Plans alone: what they are of is not the newest period, unless there is no other.
bool is_planned(const std::vector<Placed>& figures) {
  return std::ranges::all_of(figures, is_plan);
}

// As room measure ranks: equals share a place, an area alone has none, nor has a plan among what is
// known, and none has where all figures say yes or no.
std::map<std::string, int> places_of(std::vector<Placed> all, const BuildFacts::OfIndicator& of) {
  std::map<std::string, int> places;
  if (!is_planned(all)) std::erase_if(all, is_plan);
  const bool is_order = std::any_of(all.begin(), all.end(), [&](const Placed& each) {
    return !is_yes_or_no(of.unit, *each.figure->value);
  });
  if (all.size() < 2 || !is_order) return places;
  const int better = of.better == Better::lower ? -1 : 1;
  std::stable_sort(all.begin(), all.end(), [&](const Placed& a, const Placed& b) {
    return better * compare_figures(*a.figure, *b.figure, of.is_ratio) > 0;
  });
  for (std::size_t at = 0; at < all.size(); ++at) {
    const bool is_tied =
        at > 0 && compare_figures(*all[at - 1].figure, *all[at].figure, of.is_ratio) == 0;
    all[at].place = is_tied ? all[at - 1].place : static_cast<int>(at) + 1;
    places[all[at].area_code] = all[at].place;
  }
  return places;
}

bool is_later(const std::string& a, const std::string& b) {
  const auto first = parse_period(a), second = parse_period(b);
  if (!first || !second) return a > b;
  return order(*first, *second) > 0;
}

/// Rankings of a side by indicator and kind of area, each at its newest period.
using Rankings = std::map<std::pair<std::string, bool>, Ranking>;

Rankings rankings_of(const Snapshot& side) {
  std::map<std::pair<std::string, bool>, std::map<std::string, std::vector<Placed>>> all;
  for (const auto& [key, figure] : side.figures)
    if (figure.value && key.breakdown.empty() && key.area_code.size() == 6 &&
        !is_nation(key.area_code))
      all[{key.indicator, is_prefecture(key.area_code)}][key.period].push_back(
          {key.area_code, &figure});
  Rankings rankings;
  for (auto& [key, periods] : all) {
    const auto* indicator = side.facts->indicator(key.first);
    if (indicator == nullptr) continue;
    auto newest = periods.begin();
    for (auto at = periods.begin(); at != periods.end(); ++at) {
      const bool plan = is_planned(at->second), before = is_planned(newest->second);
      if (plan != before ? before : is_later(at->first, newest->first)) newest = at;
    }
    rankings[key] = {newest->first, places_of(std::move(newest->second), *indicator)};
  }
  return rankings;
}

int place_in(const Ranking& ranking, const std::string& area) {
  const auto at = ranking.places.find(area);
  return at == ranking.places.end() ? 0 : at->second;
}

int moved(const RankChange& change) {
  return change.before == 0 || change.after == 0 ? -1 : std::abs(change.after - change.before);
}

RankChanges changes_between(const std::string& indicator, bool of_prefectures,
                            const Ranking& before, const Ranking& after) {
  RankChanges made{indicator, of_prefectures, before.period, after.period, {}};
  std::map<std::string, int> areas = before.places;
  areas.insert(after.places.begin(), after.places.end());
  for (const auto& [area, place] : areas) {
    const int then = place_in(before, area), now = place_in(after, area);
    if (then != now)
      made.areas.push_back({area, then, now, static_cast<int>(before.places.size()),
                            static_cast<int>(after.places.size())});
  }
  std::stable_sort(made.areas.begin(), made.areas.end(),
                   [](const auto& a, const auto& b) { return moved(a) > moved(b); });
  return made;
}

}  // namespace

std::vector<RankChanges> rank_changes(const Snapshot& before, const Snapshot& after) {
  std::vector<RankChanges> all;
  if (!before.facts || !after.facts) return all;
  const Rankings then = rankings_of(before), now = rankings_of(after);
  for (const auto& [key, ranking] : now) {
    const auto at = then.find(key);
    if (at == then.end()) continue;
    auto made = changes_between(key.first, key.second, at->second, ranking);
    if (!made.areas.empty()) all.push_back(std::move(made));
  }
  return all;
}

}  // namespace yokoten
