#include "measure/rank.h"

#include <algorithm>
#include <map>
#include <utility>

namespace yokoten {
namespace {

bool is_ranked(const Observation& figure, const Areas& areas) {
  const AreaLevel level = areas.at(figure.area).level;
  const bool child = level == AreaLevel::prefecture || level == AreaLevel::municipality;
  return child && figure.value && figure.breakdown == 0;
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

// Hands out places in sorted order to the areas of one group.
struct Queue {
  const Observation* last = nullptr;
  int count = 0, place = 0;
  std::vector<int> tied;  // by place - 1: how many share it
  void next(const Observation& figure, const Indicator& indicator) {
    ++count;
    tied.push_back(0);
    if (!last || compare_figures(*last, figure, indicator) != 0) place = count;
    ++tied[static_cast<std::size_t>(place - 1)];
    last = &figure;
  }
  void finish(Rank& rank) const {
    rank.of = count;
    rank.tied = tied[static_cast<std::size_t>(rank.place - 1)];
  }
};

using RankGroup = std::pair<AreaLevel, int>;  // level and, within one, the parent

class Ranker {
 public:
  Ranker(const Areas& areas, const Indicator& indicator) : areas_(areas), indicator_(indicator) {}

  std::vector<RankTable::Row> rank(std::vector<const Observation*> figures) {
    const int better = indicator_.better == Better::lower ? -1 : 1;
    std::sort(figures.begin(), figures.end(), [&](const Observation* a, const Observation* b) {
      const int compared = better * compare_figures(*a, *b, indicator_);
      return compared != 0 ? compared > 0 : a->area < b->area;
    });
    std::vector<RankTable::Row> rows;
    rows.reserve(figures.size());
    for (const Observation* figure : figures) rows.push_back(next(*figure));
    for (RankTable::Row& row : rows) finish(row);
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return a.area < b.area; });
    return rows;
  }

 private:
  Queue& whole(int area) { return queues_[{areas_.at(area).level, Areas::none}]; }
  Queue& part(int area) { return queues_[{areas_.at(area).level, areas_.at(area).parent}]; }

  RankTable::Row next(const Observation& figure) {
    whole(figure.area).next(figure, indicator_);
    part(figure.area).next(figure, indicator_);
    RankTable::Row row;
    row.area = figure.area;
    row.national.place = whole(figure.area).place;
    row.prefectural.place = part(figure.area).place;
    return row;
  }

  void finish(RankTable::Row& row) {
    whole(row.area).finish(row.national);
    part(row.area).finish(row.prefectural);
  }

  const Areas& areas_;
  const Indicator& indicator_;
  std::map<RankGroup, Queue> queues_;
};

}  // namespace

RankTable rank_areas(const Cube& cube, const Areas& areas, const Indicator& indicator, int number,
                     int period) {
  std::vector<const Observation*> figures;
  for (const Observation& each : cube.all())
    if (each.indicator == number && each.period == period && is_ranked(each, areas))
      figures.push_back(&each);
  RankTable table;
  table.indicator = number;
  table.period = period;
  table.rows = Ranker(areas, indicator).rank(std::move(figures));
  return table;
}

std::vector<RankTable> rank_all(const Cube& cube, const Areas& areas,
                                const std::vector<Indicator>& indicators) {
  std::map<std::pair<int, int>, std::vector<const Observation*>> groups;
  for (const Observation& each : cube.all())
    if (is_ranked(each, areas)) groups[{each.indicator, each.period}].push_back(&each);
  std::vector<RankTable> tables;
  for (auto& [key, figures] : groups) {
    const Indicator& indicator = indicators[static_cast<std::size_t>(key.first)];
    RankTable& table = tables.emplace_back();
    table.indicator = key.first;
    table.period = key.second;
    table.rows = Ranker(areas, indicator).rank(std::move(figures));
  }
  return tables;
}

}  // namespace yokoten
