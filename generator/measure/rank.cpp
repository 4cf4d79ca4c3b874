#include "measure/rank.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace yokoten {
namespace {

bool is_ranked(const Observation& figure, const Areas& areas) {
  const AreaLevel level = areas.at(figure.area).level;
  const bool child = level == AreaLevel::prefecture || level == AreaLevel::municipality;
  return child && figure.value;
}

// Of a municipality; none of a prefecture.
int prefecture_of(const Area& area) {
  return area.level == AreaLevel::municipality ? area.parent : static_cast<int>(Areas::none);
}

bool is_exact(const Observation& figure, const Indicator& indicator) {
  return indicator.kind == IndicatorKind::ratio && figure.numerator && figure.denominator &&
         figure.denominator->mantissa > 0;
}

int compare_figures(const Observation& a, const Observation& b, const Indicator& indicator) {
  if (is_exact(a, indicator) && is_exact(b, indicator))
    return compare_ratios(*a.numerator, *a.denominator, *b.numerator, *b.denominator);
  return compare(*a.value, *b.value);
}

/// A figure of those that are ranked and about how much it is, by which most pairs are told apart.
/// With what is asked of its area, since sorted ones lie far from one another in memory.
struct Nearly {
  double value = 0;
  const Observation* figure = nullptr;
  std::uint32_t number = 0;  ///< among those that are ranked
  int area = Areas::none;
  int prefecture = Areas::none;  ///< of a municipality
};

// Nothing is near where some are compared by their parts and others as they are printed.
std::vector<Nearly> nearly(const std::vector<FoundObservation>& figures, const Areas& areas,
                           const Indicator& indicator) {
  const auto exact =
      std::count_if(figures.begin(), figures.end(),
                    [&](const FoundObservation& each) { return is_exact(*each, indicator); });
  const bool all = exact == static_cast<std::ptrdiff_t>(figures.size()), mixed = !all && exact > 0;
  std::vector<Nearly> made;
  made.reserve(figures.size());
  for (const FoundObservation& each : figures) {
    const double value =
        all ? to_double(*each->numerator) / to_double(*each->denominator) : to_double(*each->value);
    made.push_back({mixed ? 0 : value, &*each, static_cast<std::uint32_t>(made.size()), each->area,
                    prefecture_of(areas.at(each->area))});
  }
  return made;
}

int compare_nearly(const Nearly& a, const Nearly& b, const Indicator& indicator) {
  constexpr double surely = 1e-12;  // far above what doubles lose
  const double apart = a.value - b.value;
  if (std::abs(apart) > surely * (std::abs(a.value) + std::abs(b.value))) return apart < 0 ? -1 : 1;
  return compare_figures(*a.figure, *b.figure, indicator);
}

// Hands out places in sorted order to the areas of one group.
struct Queue {
  Nearly last;
  int count = 0, place = 0;
  std::vector<int> tied;  // by place - 1: how many share it
  void next(const Nearly& figure, const Indicator& indicator) {
    ++count;
    tied.push_back(0);
    if (!last.figure || compare_nearly(last, figure, indicator) != 0) place = count;
    ++tied[static_cast<std::size_t>(place - 1)];
    last = figure;
  }
  void finish(Rank& rank) const {
    rank.of = count;
    rank.tied = tied[static_cast<std::size_t>(rank.place - 1)];
  }
};

// Takes out the figures of a level that only say yes or no.
void keep_ordered(std::vector<FoundObservation>& figures, const Areas& areas,
                  const Indicator& indicator, AreaLevel level) {
  const auto is_of = [&](const FoundObservation& each) {
    return areas.at(each->area).level == level;
  };
  const bool is_order = std::ranges::any_of(figures, [&](const FoundObservation& each) {
    return is_of(each) && !is_yes_or_no(indicator.unit, *each->value);
  });
  if (!is_order) std::erase_if(figures, is_of);
}

// Hands out the places of one indicator at one period.
class Ranker {
 public:
  Ranker(const Areas& areas, const Indicator& indicator)
      : areas_(areas),
        indicator_(indicator),
        parts_(areas.prefectures().empty()
                   ? 0
                   : static_cast<std::size_t>(std::ranges::max(areas.prefectures())) + 1) {}

  /// Fastest where the figures stand by area, as those of a sorted cube do.
  std::vector<RankTable::Row> rank(const std::vector<FoundObservation>& figures) {
    std::vector<RankTable::Row> rows(figures.size());
    for (const Nearly& each : sorted(figures)) rows[each.number] = next(each);
    for (RankTable::Row& row : rows) finish(row);
    if (!std::ranges::is_sorted(rows, {}, &RankTable::Row::area))
      std::ranges::sort(rows, {}, &RankTable::Row::area);
    return rows;
  }

 private:
  std::vector<Nearly> sorted(const std::vector<FoundObservation>& figures) const {
    std::vector<Nearly> all = nearly(figures, areas_, indicator_);
    const int better = indicator_.better == Better::lower ? -1 : 1;
    std::sort(all.begin(), all.end(), [&](const Nearly& a, const Nearly& b) {
      const int compared = better * compare_nearly(a, b, indicator_);
      return compared != 0 ? compared > 0 : a.area < b.area;
    });
    return all;
  }

  // By the prefecture of a municipality. Prefectures are all of one whole.
  Queue& whole(int prefecture) { return prefecture == Areas::none ? prefectures_ : towns_; }
  Queue& part(int prefecture) {
    return prefecture == Areas::none ? prefectures_ : parts_[static_cast<std::size_t>(prefecture)];
  }

  RankTable::Row next(const Nearly& figure) {
    Queue &all = whole(figure.prefecture), &own = part(figure.prefecture);
    all.next(figure, indicator_);
    if (&own != &all) own.next(figure, indicator_);
    RankTable::Row row;
    row.area = figure.area;
    row.national.place = all.place;
    row.prefectural.place = own.place;
    return row;
  }

  void finish(RankTable::Row& row) {
    const int prefecture = prefecture_of(areas_.at(row.area));
    whole(prefecture).finish(row.national);
    part(prefecture).finish(row.prefectural);
  }

  const Areas& areas_;
  const Indicator& indicator_;
  Queue towns_, prefectures_;
  std::vector<Queue> parts_;  // by prefecture
};

/// Gives one of several areas another place among them, and moves on those in between.
class Replacing {
 public:
  Replacing(const RankTable& table, const Cube& cube, const Indicator& indicator)
      : table_(table), cube_(cube), indicator_(indicator) {}

  void place(const std::vector<RankTable::Row*>& among, Rank RankTable::Row::*rank, int area) {
    std::vector<RankTable::Row*> others = among;
    const auto own = std::ranges::find(others, area, &RankTable::Row::area);
    if (own == others.end()) return;
    Rank& changed = (**own).*rank;
    others.erase(own);
    for (RankTable::Row* each : others) {
      Rank& other = each->*rank;
      if (other.place == changed.place) --other.tied;
      if (other.place > changed.place) --other.place;
    }
    in_order(others, rank);
    const auto [first, last] = equals(others, area);
    for (auto each = first; each != last; ++each) ++((*each)->*rank).tied;
    for (auto each = last; each != others.end(); ++each) ++((*each)->*rank).place;
    changed.place = static_cast<int>(first - others.begin()) + 1;
    changed.tied = static_cast<int>(last - first) + 1;
  }

 private:
  using Rows = std::vector<RankTable::Row*>;

  // By their places, which leave gaps behind those that share one.
  static void in_order(Rows& rows, Rank RankTable::Row::*rank) {
    Rows ordered(rows.size());
    std::vector<std::size_t> taken(rows.size());
    for (RankTable::Row* each : rows) {
      const auto at = static_cast<std::size_t>((each->*rank).place) - 1;
      ordered[at + taken[at]++] = each;
    }
    rows.swap(ordered);
  }

  // Of rows in order those whose figure equals that of the area.
  std::pair<Rows::iterator, Rows::iterator> equals(Rows& rows, int area) const {
    const int better = indicator_.better == Better::lower ? -1 : 1;
    const Observation own = figure(area);
    const auto compared = [&](const RankTable::Row* each) {
      return better * compare_figures(figure(each->area), own, indicator_);
    };
    const auto first =
        std::ranges::partition_point(rows, [&](const auto* each) { return compared(each) > 0; });
    const auto last = std::partition_point(first, rows.end(),
                                           [&](const auto* each) { return compared(each) == 0; });
    return {first, last};
  }

  Observation figure(int area) const { return *cube_.find(table_.indicator, area, table_.period); }

  const RankTable& table_;
  const Cube& cube_;
  const Indicator& indicator_;
};

// No plan has a place among what is known.
void drop_plans(std::vector<FoundObservation>& figures, const Areas& areas, AreaLevel level) {
  const auto is_of = [&](const FoundObservation& each) {
    return areas.at(each->area).level == level;
  };
  if (std::ranges::any_of(figures, [&](const FoundObservation& each) {
        return is_of(each) && !each->has(planned);
      }))
    std::erase_if(figures,
                  [&](const FoundObservation& each) { return is_of(each) && each->has(planned); });
}

}  // namespace

RankTable ranked(const Cube& cube, const Areas& areas, const Indicator& of, int indicator,
                 int period) {
  std::vector<FoundObservation> figures;
  for (int area = 0; area < areas.size(); ++area)
    if (const FoundObservation each = cube.find(indicator, area, period);
        each != nullptr && is_ranked(*each, areas))
      figures.push_back(each);
  for (const AreaLevel level : {AreaLevel::prefecture, AreaLevel::municipality}) {
    drop_plans(figures, areas, level);
    keep_ordered(figures, areas, of, level);
  }
  return {indicator, period, Ranker(areas, of).rank(figures)};
}

void rank_again(RankTable& table, const Cube& cube, const Areas& areas, const Indicator& of,
                int area) {
  const Area& own = areas.at(area);
  std::vector<RankTable::Row*> level, part;
  for (RankTable::Row& row : table.rows) {
    const Area& each = areas.at(row.area);
    if (each.level == own.level) level.push_back(&row);
    if (each.level == own.level && each.parent == own.parent) part.push_back(&row);
  }
  Replacing replacing(table, cube, of);
  replacing.place(level, &RankTable::Row::national, area);
  replacing.place(part, &RankTable::Row::prefectural, area);
}

}  // namespace yokoten
