#include "measure/remeasuring.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "measure/formula.h"
#include "measure/rank.h"
#include "measure/remainder.h"
#include "measure/share.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

/// Another value of a fact.
struct NumberChange {
  std::size_t fact = 0;  ///< position in Measured::facts
  Decimal before, now;
};

bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (a->mantissa == b->mantissa && a->scale == b->scale));
}

bool says_the_same(const Observation& a, const Observation& b) {
  return same(a.value, b.value) && same(a.numerator, b.numerator) &&
         same(a.denominator, b.denominator) && same(a.lower, b.lower) && same(a.upper, b.upper) &&
         a.missing == b.missing && a.flags == b.flags && a.source == b.source;
}

bool is(const std::optional<RowRule>& rule, const Source& source, const std::string& heading) {
  return rule && (rule->column.empty() ? source.area_column : rule->column) == heading;
}

// Whether the column tells what a row is about, and so all of its figures.
bool tells_of_rows(const Source& source, const std::string& heading) {
  return heading == source.area_column || heading == source.prefecture_column ||
         heading == source.period_column || is(source.total_row, source, heading) ||
         is(source.of_which, source, heading) ||
         std::any_of(source.breakdown.begin(), source.breakdown.end(),
                     [&](const auto& each) { return each.second == heading; });
}

bool is_measured(const Source& source, const std::string& heading) {
  const auto has = [&](const auto& columns, auto member) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const auto& each) { return each.*member == heading; });
  };
  using Named = std::pair<std::string, std::string>;
  return has(source.measures, &Named::second) ||
         std::any_of(source.unpivots.begin(), source.unpivots.end(),
                     [&](const Unpivot& each) { return has(each.columns, &Named::first); });
}

// Where a source fills in zeros at its own period though its rows stand for others too, one period
// can't be looked at alone.
bool fills_beyond(const Source& source) {
  const bool other_columns = std::any_of(source.unpivots.begin(), source.unpivots.end(),
                                         [](const Unpivot& each) { return each.into == "period"; });
  const bool other_notes = std::any_of(source.notes.begin(), source.notes.end(),
                                       [](const auto& each) { return each.second.period; });
  return source.complete && (other_columns || other_notes);
}

bool has_part_in(const SideRequest& request, const Slices& slices, const Fact& fact,
                 const Measured& measured) {
  const auto at = slices.find({fact.source, fact.breakdown});
  return at != slices.end() && !at->second.empty() &&
         measured.measure(request.term.measure) == fact.measure;
}

/// One change on its way through what was measured; what it has done it can undo.
class Change {
 public:
  Change(const Publication& publication, const Areas& areas, const FactPeriods& facts,
         Measured& measured)
      : publication_(publication), areas_(areas), facts_(facts), measured_(measured) {}

  bool read(const CellChange& cell);
  bool follow();
  void undo();
  /// The observations that are others now, once all else has followed.
  std::vector<FoundObservation> finish();

 private:
  void set_value(std::size_t at, Decimal value);
  bool measure(int period);
  bool follow(FormulaResult result, int period);
  bool put(const Observation& said);
  bool put_union(const Observation& made);
  Observation* union_like(const Observation& made);
  bool count_shares(int condition, int period);
  void take_away_again(const Observation& seen);
  void rank_anew(const Observation& before);

  const Publication& publication_;
  const Areas& areas_;
  const FactPeriods& facts_;
  Measured& measured_;
  std::vector<NumberChange> numbers_;
  std::set<int> areas_above_;  // the areas of the numbers, and those that they add up to
  std::vector<Observation> before_, unions_before_;
};

bool Change::read(const CellChange& cell) {
  const auto at = static_cast<std::size_t>(cell.source);
  const Source& source = publication_.sources[at];
  const Table& table = publication_.tables[at];
  const std::string& heading = table.header()[static_cast<std::size_t>(cell.column)];
  if (tells_of_rows(source, heading) || fills_beyond(source)) return false;
  if (!is_measured(source, heading)) return true;  // only shown
  const auto before = read_number(table.cell(cell.row, cell.column), source);
  const auto now = read_number(cell.text, source);
  const bool plain = before && now && before->value && now->value && !before->period &&
                     !now->period && before->flags == now->flags;
  if (!plain) return false;
  const Facts& facts = measured_.facts;
  const auto [first, end] = facts.of_row(cell.source, cell.row);
  const std::size_t known = numbers_.size();
  for (std::size_t each = first; each < end; ++each)
    if (facts[each].column == cell.column) numbers_.push_back({each, *before->value, *now->value});
  return numbers_.size() > known;
}

void Change::set_value(std::size_t at, Decimal value) {
  Fact fact = measured_.facts[at];
  fact.value = value;
  measured_.facts.set(at, fact);
}

bool Change::follow() {
  std::set<int> periods;
  for (const NumberChange& each : numbers_) {
    set_value(each.fact, each.now);
    const Fact fact = measured_.facts[each.fact];
    periods.insert(fact.period);
    areas_above_.insert({fact.area, areas_.prefecture_of(fact.area), Areas::nation});
  }
  return std::all_of(periods.begin(), periods.end(), [&](int period) { return measure(period); });
}

// The counts and ratios that some of the facts are part of, at the period, and what follows from
// them.
bool Change::measure(int period) {
  const FactGroups groups = facts_.of(period);
  for (int each = 0; each < static_cast<int>(publication_.indicators.size()); ++each) {
    const IndicatorKind kind = publication_.indicators[static_cast<std::size_t>(each)].kind;
    if (kind != IndicatorKind::count && kind != IndicatorKind::ratio) continue;
    const FormulaPlan plan = plan_formula(publication_, each, groups, measured_);
    const bool concerned =
        std::any_of(numbers_.begin(), numbers_.end(), [&](const NumberChange& number) {
          const Fact fact = measured_.facts[number.fact];
          return fact.period == period &&
                 (has_part_in(plan.numerator, plan.numerator_slices, fact, measured_) ||
                  has_part_in(plan.denominator, plan.denominator_slices, fact, measured_));
        });
    if (concerned &&
        !follow(measure_formula(plan, groups, publication_, areas_, measured_), period))
      return false;
  }
  return true;
}

bool Change::follow(FormulaResult result, int period) {
  const auto concerned = [&](const Observation& each) {
    return each.period == period && areas_above_.contains(each.area);
  };
  if (!result.findings.empty() || result.figures.empty()) return false;
  const int indicator = result.figures[0].indicator;
  for (const Observation& each : result.figures.all())
    if (concerned(each) && !put(each)) return false;
  for (const Observation& each : result.unions)
    if (concerned(each) && !put_union(each)) return false;
  return count_shares(indicator, period);
}

bool Change::put(const Observation& said) {
  const FoundObservation known =
      measured_.cube.find(said.indicator, said.area, said.period, said.breakdown);
  if (known == nullptr) return false;
  Observation made = said;
  // A reason among plans stays one: what is planned are the same cells as before.
  if (!made.value && !made.lower && known->has(planned)) made.flags |= planned;
  if (says_the_same(*known, made)) return true;
  before_.push_back(*known);
  measured_.cube.replace(made);
  return true;
}

Observation* Change::union_like(const Observation& made) {
  const auto key = [](const Observation& each) {
    return std::tie(each.indicator, each.area, each.period, each.breakdown);
  };
  const auto at = std::ranges::find_if(
      measured_.unions, [&](const Observation& each) { return key(each) == key(made); });
  return at == measured_.unions.end() ? nullptr : &*at;
}

bool Change::put_union(const Observation& made) {
  Observation* known = union_like(made);
  if (known == nullptr) return false;
  if (!says_the_same(*known, made)) unions_before_.push_back(std::exchange(*known, made));
  return true;
}

// Shares of areas by the indicator, and by those shares.
bool Change::count_shares(int condition, int period) {
  const auto& indicators = publication_.indicators;
  const std::string& id = indicators[static_cast<std::size_t>(condition)].id;
  for (int each = 0; each < static_cast<int>(indicators.size()); ++each) {
    const Indicator& of = indicators[static_cast<std::size_t>(each)];
    if (of.kind != IndicatorKind::share_of_areas || of.condition_indicator != id) continue;
    for (const Observation& made : share_at(publication_, each, areas_, measured_, period))
      if (!put(made)) return false;
    if (!count_shares(each, period)) return false;
  }
  return true;
}

// Backwards, since a figure may have been put more than once.
void Change::undo() {
  for (const NumberChange& each : numbers_) set_value(each.fact, each.before);
  for (auto each = before_.rbegin(); each != before_.rend(); ++each) measured_.cube.replace(*each);
  for (auto each = unions_before_.rbegin(); each != unions_before_.rend(); ++each)
    *union_like(*each) = *each;
}

// What the figure leaves of its prefecture, or of itself where it is one.
void Change::take_away_again(const Observation& seen) {
  const int prefecture = areas_.prefecture_of(seen.area);
  const std::tuple key(seen.indicator, seen.period, prefecture);
  const auto at = std::ranges::lower_bound(
      measured_.remainders, key, {},
      [](const Remainder& each) { return std::tuple(each.indicator, each.period, each.area); });
  if (at == measured_.remainders.end() || at->indicator != seen.indicator ||
      at->period != seen.period || at->area != prefecture)
    return;
  if (const auto rest =
          remainder(publication_, measured_, areas_, seen.indicator, prefecture, seen.period))
    *at = *rest;
}

// Where it alone of its level has another value, the others keep their order.
void Change::rank_anew(const Observation& before) {
  if (before.breakdown != 0 || before.area == Areas::nation) return;
  RankTable* table = measured_.ranks.made(before.indicator, before.period);
  if (table == nullptr) return;
  const auto of_table = [&](const Observation& each) {
    return each.breakdown == 0 && each.indicator == before.indicator &&
           each.period == before.period &&
           areas_.at(each.area).level == areas_.at(before.area).level;
  };
  const FoundObservation now = measured_.cube.find(before.indicator, before.area, before.period);
  const Indicator& of = publication_.indicators[static_cast<std::size_t>(before.indicator)];
  const auto is_ordered = [&](const std::optional<Decimal>& value) {
    return value && !is_yes_or_no(of.unit, *value);
  };
  if (is_ordered(before.value) && is_ordered(now->value) &&
      std::ranges::count_if(before_, of_table) == 1)
    rank_again(*table, measured_.cube, areas_, of, before.area);
  else
    measured_.ranks.forget(before.indicator, before.period);
}

std::vector<FoundObservation> Change::finish() {
  std::vector<FoundObservation> found;
  for (const Observation& each : before_) {
    found.push_back(measured_.cube.find(each.indicator, each.area, each.period, each.breakdown));
    rank_anew(each);
    take_away_again(each);
  }
  for (const Observation& each : unions_before_) take_away_again(each);
  const auto key = [](const FoundObservation& each) { return key_of(*each); };
  std::ranges::sort(found, {}, key);
  const auto twice = std::ranges::unique(found, {}, key);
  found.erase(twice.begin(), twice.end());
  return found;
}

// Hidden figures are chosen by all others of their table.
bool hides_some(const Publication& publication) {
  return std::any_of(publication.sources.begin(), publication.sources.end(),
                     [](const Source& each) { return each.disclosure.has_value(); });
}

}  // namespace

Remeasuring::Remeasuring(const Publication& publication, const Areas& areas,
                         const Measured& measured)
    : publication_(publication), areas_(areas), facts_(measured.facts, measured.cube.periods()) {}

std::optional<std::vector<FoundObservation>> Remeasuring::take_in(
    const std::vector<CellChange>& cells, Measured& measured) const {
  if (hides_some(publication_)) return std::nullopt;
  Change change(publication_, areas_, facts_, measured);
  for (const CellChange& each : cells)
    if (!change.read(each)) return std::nullopt;
  if (change.follow()) return change.finish();
  change.undo();
  return std::nullopt;
}

}  // namespace yokoten
