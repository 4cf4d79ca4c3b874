#include "command/explanation.h"

#include <algorithm>

#include "model/corrected_figures.h"
#include "model/period_length.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

class Explainer {
 public:
  Explainer(const Examined& examined, const Findings& findings, const Observation& seen)
      : publication_(examined.publication),
        areas_(examined.areas),
        measured_(examined.measured),
        findings_(findings),
        seen_(seen) {}

  Explanation made() {
    made_.seen = seen_;
    made_.lineage = lineage_of(publication_, areas_, measured_, seen_);
    find_corrections();
    find_checks();
    find_ranks();
    compare_with_others();
    made_.releases = released_sayings(publication_, areas_, measured_.cube, seen_);
    return std::move(made_);
  }

 private:
  const Indicator& indicator() const {
    return publication_.indicators[static_cast<std::size_t>(seen_.indicator)];
  }

  template <class Use>
  void each_cell(Use use) const {
    for (const LineageSide* side : {&made_.lineage.numerator, &made_.lineage.denominator})
      for (const LineageCell& cell : side->cells) use(cell);
  }

  bool is_row(const Place& place) const {
    bool found = false;
    each_cell([&](const LineageCell& cell) {
      found = found || (cell.place.file == place.file && cell.place.row == place.row);
    });
    return found;
  }

  bool is_source(const Place& place) const {
    const auto& sources = made_.lineage.sources;
    return std::any_of(sources.begin(), sources.end(), [&](int source) {
      return publication_.tables[static_cast<std::size_t>(source)].file() == place.file;
    });
  }

  // A corrected name decides what the row is, so the whole row counts; what a sum or a count was
  // made from counts too.
  void find_corrections() {
    const CorrectedFigures all = corrected_figures(publication_, areas_, measured_);
    const auto below = all.find(key_of(seen_));
    for (const Correction& each : publication_.corrections) {
      const int source = publication_.source(each.source);
      if (source < 0) continue;
      const Table& table = publication_.tables[static_cast<std::size_t>(source)];
      const bool went_in =
          below != all.end() &&
          std::find(below->second.begin(), below->second.end(), &each) != below->second.end();
      if (went_in || is_row({table.file(), each.row, 0})) made_.corrections.push_back(&each);
    }
  }

  void find_checks() {
    for (const Finding& finding : findings_) {
      const bool note = finding.level == Level::note;
      const bool agrees = finding.code == "total.agrees" || finding.code == "rate.agrees";
      if (note && agrees && is_source(finding.place))
        made_.checks.push_back(&finding);
      else if (!note && (is_row(finding.place) || finding.place.file == indicator().place.file ||
                         (finding.place.row <= 1 && is_source(finding.place))))
        made_.open.push_back(&finding);
    }
  }

  void find_ranks() {
    if (!seen_.value || seen_.breakdown != 0 || indicator().better == Better::none) return;
    const RankTable& ranks =
        measured_.ranks.table(measured_.cube, areas_, indicator(), seen_.indicator, seen_.period);
    made_.national = ranks.national(seen_.area);
    if (areas_.at(seen_.area).level == AreaLevel::municipality)
      made_.prefectural = ranks.prefectural(seen_.area);
  }

  void add(const FoundObservation& other, bool before) {
    if (other == nullptr || is_same(other, seen_) || (!other->value && !other->lower)) return;
    made_.comparisons.push_back({other, points_between(indicator(), seen_, *other), before});
  }

  void compare_with_others() {
    FoundObservation before;
    for (const FoundObservation& each :
         measured_.cube.series(seen_.indicator, seen_.area, seen_.breakdown)) {
      if (is_same(each, seen_)) break;
      const Cube& cube = measured_.cube;
      if (each->value && each->has(planned) == seen_.has(planned) &&
          tells_change(cube.period(each->period), cube.period(seen_.period)))
        before = each;
    }
    add(before, true);
    // A count grows with its area.
    if (indicator().kind == IndicatorKind::count || indicator().count_areas) return;
    const int prefecture = areas_.prefecture_of(seen_.area);
    for (const int area : {prefecture, Areas::nation})
      if (area != seen_.area && (area != prefecture || prefecture != Areas::nation))
        add(measured_.cube.find(seen_.indicator, area, seen_.period, seen_.breakdown), false);
  }

  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  const Findings& findings_;
  const Observation& seen_;
  Explanation made_;
};

}  // namespace

Explanation explanation_of(const Examined& examined, const Findings& findings,
                           const Observation& seen) {
  return Explainer(examined, findings, seen).made();
}

}  // namespace yokoten
