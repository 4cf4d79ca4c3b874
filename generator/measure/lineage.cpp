#include "measure/lineage.h"

#include <algorithm>

#include "measure/share.h"
#include "model/sources_with.h"
#include "model/unions.h"

namespace yokoten {
namespace {

class Tracer {
 public:
  Tracer(const Publication& publication, const Areas& areas, const Measured& measured,
         const Observation& seen)
      : publication_(publication),
        areas_(areas),
        measured_(measured),
        seen_(seen),
        indicator_(publication.indicators[static_cast<std::size_t>(seen.indicator)]) {}

  Lineage traced() {
    const bool share = indicator_.kind == IndicatorKind::share_of_areas;
    if (is_from_reports(indicator_)) {
      trace_reports();
    } else if (share && seen_.numerator_origin.column < 0) {
      trace_share();
    } else {
      trace_side(lineage_.numerator, seen_.numerator_origin, indicator_.numerator,
                 value_of(seen_, lineage_.numerator), seen_.breakdown != 0);
      if (indicator_.kind == IndicatorKind::ratio)
        trace_side(lineage_.denominator, seen_.denominator_origin, indicator_.denominator,
                   seen_.denominator, false);
    }
    add_source(seen_.source);
    // Nothing speaks of it: those that could have.
    if (lineage_.sources.empty())
      lineage_.sources = sources_with(publication_, indicator_, indicator_.numerator.measure);
    return std::move(lineage_);
  }

 private:
  void add_source(int source) {
    auto& all = lineage_.sources;
    if (source >= 0 && std::find(all.begin(), all.end(), source) == all.end())
      all.push_back(source);
  }

  LineageCell cell(int source, int row, int column) const {
    const Table& table = publication_.tables[static_cast<std::size_t>(source)];
    return {table.place(row, column), table.header()[static_cast<std::size_t>(column)],
            std::string(table.cell(row, column)), table.is_grouped() ? table.rows_behind(row) : 0};
  }

  void trace_side(LineageSide& side, const Origin& origin, const Term& term,
                  const std::optional<Decimal>& value, bool parted) {
    side.value = value;
    side.source = origin.source;
    add_source(origin.source);
    if (origin.row == summed_row) {
      if (value) trace_sum(side);
    } else if (origin.source >= 0 && origin.row == absent_row) {
      side.kind = LineageSide::Kind::absent;
    } else if (origin.source >= 0) {
      trace_cells(side, origin, term, parted);
    }
  }

  void trace_cells(LineageSide& side, const Origin& origin, const Term& term, bool parted) {
    side.kind = LineageSide::Kind::cells;
    if (origin.row >= 0 && origin.column >= 0) {
      side.cells.push_back(cell(origin.source, origin.row, origin.column));
      return;
    }
    for (const Fact& fact : facts_behind(measured_, seen_, term, origin.source, parted))
      side.cells.push_back(cell(fact.source, fact.row, fact.column));
  }

  std::optional<Decimal> value_of(const Observation& below, const LineageSide& side) const {
    if (indicator_.kind == IndicatorKind::value) return below.value;
    if (&side == &lineage_.numerator) return below.numerator;
    return below.denominator;
  }

  // The sources of a sum are those of its parts.
  void trace_sum(LineageSide& side) {
    side.kind = LineageSide::Kind::areas;
    side.areas = static_cast<int>(areas_.children(seen_.area).size());
    for (const int child : areas_.children(seen_.area)) {
      const FoundObservation below =
          measured_.cube.find(seen_.indicator, child, seen_.period, seen_.breakdown);
      if (below == nullptr) continue;
      add_source(below->numerator_origin.source);
      add_source(below->denominator_origin.source);
      if (const auto value = value_of(*below, side)) side.added.push_back({child, *value});
    }
    trace_unions(side);
  }

  // What a union states lies below its prefecture and in no municipality.
  void trace_unions(LineageSide& side) {
    const bool above = &side == &lineage_.numerator;
    for (const FoundObservation& each : unions_in(measured_, areas_, seen_)) {
      const Lineage of = lineage_of(publication_, areas_, measured_, *each);
      const LineageSide& part = above ? of.numerator : of.denominator;
      side.unions.push_back(each->area);
      side.cells.insert(side.cells.end(), part.cells.begin(), part.cells.end());
      add_source(part.source);
    }
  }

  void trace_reports() {
    lineage_.numerator.kind = lineage_.denominator.kind = LineageSide::Kind::reports;
    lineage_.numerator.value = seen_.numerator;
    lineage_.denominator.value = seen_.denominator;
    for (std::size_t at = 0; at < publication_.sources.size(); ++at)
      if (takes_from(indicator_, publication_.sources[at].id) && has_reports(static_cast<int>(at)))
        add_source(static_cast<int>(at));
  }

  // Whether a report of the source counts for the figure's fiscal year.
  bool has_reports(int source) const {
    const int year = measured_.cube.period(seen_.period).year;
    const auto& reports = measured_.effects.reports;
    return std::any_of(reports.begin(), reports.end(), [&](const EffectReport& each) {
      return each.source == source && each.year == year && each.counts();
    });
  }

  void trace_share() {
    lineage_.numerator.kind = LineageSide::Kind::met;
    lineage_.numerator.value = seen_.numerator;
    if (seen_.denominator) {
      lineage_.denominator.kind = LineageSide::Kind::met;
      lineage_.denominator.value = seen_.denominator;
      lineage_.denominator.areas = static_cast<int>(seen_.denominator->mantissa);
    }
    const int condition = publication_.indicator(indicator_.condition_indicator);
    if (condition < 0) return;
    const Indicator& of = publication_.indicators[static_cast<std::size_t>(condition)];
    for (const int source : sources_with(publication_, of, of.numerator.measure))
      add_source(source);
    if (seen_.numerator) trace_counted(condition);
  }

  void trace_counted(int condition) {
    ShareEvidence evidence = share_evidence(publication_, areas_, measured_, seen_);
    for (const FoundObservation& figure : evidence.met) add_counted({figure, std::nullopt, {}});
    for (const Remainder& rest : evidence.proven)
      add_counted({measured_.cube.find(condition, rest.area, rest.period), rest, {}});
  }

  void add_counted(CountedArea counted) {
    Lineage of = lineage_of(publication_, areas_, measured_, *counted.figure);
    for (LineageSide* side : {&of.numerator, &of.denominator})
      for (LineageCell& each : side->cells) {
        lineage_.numerator.cells.push_back(each);
        counted.cells.push_back(std::move(each));
      }
    lineage_.numerator.counted.push_back(std::move(counted));
  }

  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  const Observation& seen_;
  const Indicator& indicator_;
  Lineage lineage_;
};

}  // namespace

Lineage lineage_of(const Publication& publication, const Areas& areas, const Measured& measured,
                   const Observation& seen) {
  return Tracer(publication, areas, measured, seen).traced();
}

}  // namespace yokoten
