#include "protect/cube_cells.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "protect/releases.h"

namespace yokoten {
namespace {

constexpr double kNationWeight = 1000, kPrefectureWeight = 30, kTotalWeight = 3;
constexpr std::int64_t kFarBelow = -1000000000;  // growth has no floor that outsiders know

std::string side_name(const Indicator& indicator, const Term& term) {
  std::string name = term.measure;
  for (const Selection& selection : term.where) {
    name += '|' + selection.key + '=';
    for (const std::string& code : selection.codes) name += code + ',';
  }
  for (const std::string& source : indicator.sources) name += '@' + source;
  return name;
}

bool covers(const DisclosureRule& rule, const std::string& measure) {
  return rule.measures.empty() ||
         std::find(rule.measures.begin(), rule.measures.end(), measure) != rule.measures.end();
}

class Builder {
 public:
  Builder(const Publication& publication, const Areas& areas, const Measured& measured)
      : publication_(publication), areas_(areas), measured_(measured) {}

  CubeCells built() {
    find_scale();
    for (const Observation& seen : measured_.cube.all()) add_sides(seen);
    for (const Observation& seen : measured_.unions) add_sides(seen);
    const std::map<CubeCells::Key, int> own = made_.numbers;
    relate_areas(own);
    relate_parts(own);
    relate_selections();
    relate_periods(own);
    return std::move(made_);
  }

 private:
  const Indicator& indicator(const Observation& seen) const {
    return publication_.indicators[static_cast<std::size_t>(seen.indicator)];
  }

  bool is_counted(const Observation& seen) const {
    const IndicatorKind kind = indicator(seen).kind;
    return kind == IndicatorKind::count || kind == IndicatorKind::ratio;
  }

  void find_scale() {
    for (const Observation& seen : measured_.cube.all()) {
      if (!is_counted(seen)) continue;
      for (const auto* side : {&seen.numerator, &seen.denominator})
        if (*side) made_.scale = std::max(made_.scale, trimmed(**side).scale);
    }
  }

  std::int64_t scaled(Decimal number) const { return rounded(number, made_.scale).mantissa; }
  std::int64_t scaled(std::int64_t whole) const { return scaled(Decimal{whole, 0}); }

  // The strictest of the sources that the side may come from.
  const DisclosureRule* rule_of(const Indicator& indicator, const std::string& measure) const {
    const DisclosureRule* strictest = nullptr;
    for (const Source& source : publication_.sources) {
      if (!takes_from(indicator, source.id)) continue;
      if (!source.disclosure || !gives_measure(source, measure) ||
          !covers(*source.disclosure, measure))
        continue;
      if (strictest == nullptr || source.disclosure->cells > strictest->cells)
        strictest = &*source.disclosure;
    }
    return strictest;
  }

  void add_sides(const Observation& seen) {
    if (!is_counted(seen)) return;
    const Indicator& of = indicator(seen);
    if (seen.numerator) add_cell(of, of.numerator, seen, seen.breakdown, *seen.numerator);
    if (of.kind == IndicatorKind::ratio && seen.denominator)
      add_cell(of, of.denominator, seen, of.by ? 0 : seen.breakdown, *seen.denominator);
    if (of.kind == IndicatorKind::ratio) hide_few_units(of, seen);
  }

  void add_cell(const Indicator& of, const Term& term, const Observation& seen, int breakdown,
                Decimal value) {
    const CubeCells::Key key{side_name(of, term), seen.area, seen.period, breakdown};
    if (made_.numbers.contains(key)) return;
    const DisclosureRule* rule = rule_of(of, term.measure);
    Cell cell;
    cell.value = scaled(value);
    cell.weight = weight(seen.area, breakdown, cell.value);
    set_rule(cell, rule, seen.area);
    made_.numbers[key] = add(cell, rule, seen.area, seen.period, term.measure);
  }

  int add(const Cell& cell, const DisclosureRule* rule, int area, int period,
          const std::string& name) {
    made_.cells.cells.push_back(cell);
    made_.rules.push_back(rule);
    made_.areas.push_back(area);
    made_.periods.push_back(period);
    made_.names.push_back(name);
    return static_cast<int>(made_.cells.cells.size()) - 1;
  }

  // What no rule covers is known from elsewhere.
  void set_rule(Cell& cell, const DisclosureRule* rule, int area) const {
    if (rule == nullptr) {
      cell.stays_open = true;
      cell.least = std::min<std::int64_t>(0, cell.value);
      return;
    }
    const PopulationStep strict = step_of(*rule, area);
    const bool zero = cell.value == 0, zero_shows = !rule->hides_zero && !strict.hides_all;
    cell.stays_open = cell.value < 0 || (zero && zero_shows);
    cell.least = cell.value > 0 && zero_shows ? scaled(std::int64_t{1}) : 0;
    if (cell.least > cell.value) cell.least = std::min<std::int64_t>(cell.value, 0);
    const std::int64_t most = scaled(strict.cells);
    cell.sensitive = cell.value >= 0 && cell.value < most && (!zero || !zero_shows);
    cell.low = cell.least;
    cell.high = most;
    if (strict.hides_all && cell.value >= most) hide_within_a_tenth(cell);
  }

  // It must not show at all, but only small counts must stay quite unknown.
  void hide_within_a_tenth(Cell& cell) const {
    const std::int64_t tenth = std::max(scaled(std::int64_t{1}), cell.value / 10);
    cell.low = std::max(cell.least, cell.value - tenth);
    cell.high = std::max(cell.sensitive ? cell.high : 0, cell.value + tenth);
    cell.sensitive = true;
    cell.stays_open = false;
  }

  // What the rule asks of the area; of a municipality whose people nobody has counted, the most.
  PopulationStep step_of(const DisclosureRule& rule, int area) const {
    PopulationStep plain;
    plain.cells = rule.cells;
    if (rule.steps.empty() || areas_.at(area).level != AreaLevel::municipality) return plain;
    const auto people = people_of(rule.population, area);
    for (const PopulationStep& step : rule.steps)
      if (!people || compare(*people, {step.below, 0}) < 0) {
        PopulationStep strict = step;
        strict.cells = std::max(step.cells, rule.cells);
        return strict;
      }
    return plain;
  }

  std::optional<Decimal> people_of(const std::string& measure, int area) const {
    const auto [people, added] = people_.try_emplace(measure);
    if (added) count_people(measured_.measure(measure), people->second);
    const auto at = people->second.find(area);
    return at == people->second.end() ? std::nullopt : std::optional(at->second->value);
  }

  // The newest count of each area.
  void count_people(int measure, std::map<int, const Fact*>& people) const {
    for (const Fact& fact : measured_.facts) {
      if (fact.measure != measure || fact.missing != Missing::none) continue;
      const Fact*& kept = people[fact.area];
      if (kept == nullptr ||
          order(measured_.cube.period(kept->period), measured_.cube.period(fact.period)) < 0)
        kept = &fact;
    }
  }

  double weight(int area, int breakdown, std::int64_t value) const {
    const AreaLevel level = areas_.at(area).level;
    double weight = 1 + std::log10(1 + static_cast<double>(std::abs(value)));
    if (level == AreaLevel::nation) weight *= kNationWeight;
    if (level == AreaLevel::prefecture) weight *= kPrefectureWeight;
    return breakdown == 0 ? weight * kTotalWeight : weight;
  }

  // A rate of few says what each of them has: its numerator must not come out within a tenth.
  void hide_few_units(const Indicator& of, const Observation& seen) {
    const DisclosureRule* rule = rule_of(of, of.numerator.measure);
    if (rule == nullptr || rule->units != of.denominator.measure || !seen.numerator) return;
    if (!seen.denominator || seen.denominator->mantissa <= 0) return;
    if (scaled(*seen.denominator) >= scaled(rule->fewest_units)) return;
    const int number =
        made_.numbers[{side_name(of, of.numerator), seen.area, seen.period, seen.breakdown}];
    Cell& cell = made_.cells.cells[static_cast<std::size_t>(number)];
    const std::int64_t low = cell.sensitive ? cell.low : cell.value;
    hide_within_a_tenth(cell);
    cell.low = std::min(cell.low, low);
  }

  std::int64_t value(int cell) const {
    return made_.cells.cells[static_cast<std::size_t>(cell)].value;
  }

  // The parts and, where they are less than the whole, what is left of it.
  void relate(int whole, const std::vector<int>& parts) {
    if (parts.empty()) return;
    Relation relation = {{whole, -1}};
    std::int64_t rest = value(whole);
    for (const int part : parts) {
      relation.emplace_back(part, 1);
      rest -= value(part);
    }
    if (rest < 0) return;  // they do not belong together; the checks say so
    if (rest > 0) relation.emplace_back(helping_cell(whole, rest), 1);
    made_.cells.relations.push_back(std::move(relation));
  }

  // Nobody publishes it, but whoever subtracts has it.
  int helping_cell(int like, std::int64_t value) {
    const auto at = static_cast<std::size_t>(like);
    Cell cell;
    cell.value = value;
    set_rule(cell, made_.rules[at], made_.areas[at]);
    cell.goes_out = false;
    cell.stays_open = false;
    cell.least = 0;
    cell.low = std::min(cell.low, cell.value);
    return add(cell, made_.rules[at], made_.areas[at], made_.periods[at], made_.names[at]);
  }

  void relate_areas(const std::map<CubeCells::Key, int>& own) {
    std::map<int, std::vector<int>> unions;  // by prefecture
    for (int id = 0; id < areas_.size(); ++id)
      if (areas_.at(id).level == AreaLevel::municipal_union)
        unions[areas_.at(id).parent].push_back(id);
    for (const auto& [key, whole] : own) {
      std::vector<int> parts;
      const auto add = [&, &whole_key = key](int area) {
        CubeCells::Key part = whole_key;
        std::get<1>(part) = area;
        if (const auto at = own.find(part); at != own.end()) parts.push_back(at->second);
      };
      const int area = std::get<1>(key);
      for (const int child : areas_.children(area)) add(child);
      if (const auto inside = unions.find(area); inside != unions.end())
        for (const int each : inside->second) add(each);
      relate(whole, parts);
    }
  }

  // The parts of one key beside their whole; several keys make several sums.
  void relate_parts(const std::map<CubeCells::Key, int>& own) {
    std::map<std::pair<int, std::string>, std::vector<int>> groups;  // whole, keys
    for (const auto& [key, part] : own) {
      const auto& [side, area, period, breakdown] = key;
      if (breakdown == 0) continue;
      const auto whole = own.find({side, area, period, 0});
      if (whole == own.end()) continue;
      std::string keys;
      for (const auto& [name, code] : measured_.parts[static_cast<std::size_t>(breakdown)])
        keys += name + ';';
      groups[{whole->second, keys}].push_back(part);
    }
    for (const auto& [group, parts] : groups) relate(group.first, parts);
  }

  // Sides that select different codes of one measure differ by what the table has for those codes.
  void relate_selections() {
    std::map<std::pair<std::string, std::string>, std::vector<const Indicator*>> by_measure;
    for (const Indicator& each : publication_.indicators)
      for (const Term* term : {&each.numerator, &each.denominator}) {
        if (term->measure.empty() || rule_of(each, term->measure) == nullptr) continue;
        std::string sources;
        for (const std::string& source : each.sources) sources += source + '@';
        by_measure[{term->measure, sources}].push_back(&each);
      }
    for (const auto& [measure, users] : by_measure) {
      const bool selects = std::any_of(users.begin(), users.end(), [](const Indicator* each) {
        return !each->numerator.where.empty() || !each->denominator.where.empty();
      });
      if (selects) relate_facts(measure.first, users);
    }
  }

  void relate_facts(const std::string& measure, const std::vector<const Indicator*>& users) {
    const int wanted = measured_.measure(measure);
    std::map<std::tuple<int, int, int>, int> atoms;  // area, period, breakdown of the facts
    std::map<std::pair<int, int>, std::vector<std::pair<int, int>>> at_place;
    for (const Fact& fact : measured_.facts) {
      if (fact.measure != wanted || fact.total || fact.missing != Missing::none) continue;
      const std::string& id = publication_.sources[static_cast<std::size_t>(fact.source)].id;
      if (!takes_from(*users.front(), id)) continue;
      const auto [at, added] = atoms.try_emplace({fact.area, fact.period, fact.breakdown}, -1);
      if (!added) {
        made_.cells.cells[static_cast<std::size_t>(at->second)].value += scaled(fact.value);
        continue;
      }
      Cell cell;
      cell.value = scaled(fact.value);
      at->second = add(cell, rule_of(*users.front(), measure), fact.area, fact.period, measure);
      at_place[{fact.area, fact.period}].emplace_back(at->second, fact.breakdown);
    }
    for (const auto& [place, cell] : atoms) {
      Cell& atom = made_.cells.cells[static_cast<std::size_t>(cell)];
      set_rule(atom, made_.rules[static_cast<std::size_t>(cell)], std::get<0>(place));
      atom.goes_out = atom.stays_open = false;
      atom.least = 0;
      atom.low = std::min(atom.low, atom.value);
    }
    for (const auto& [place, parts] : at_place)
      for (const Indicator* user : users)
        for (const Term* term : {&user->numerator, &user->denominator})
          if (term->measure == measure) relate_atoms(*user, *term, place, parts);
  }

  // The side itself and each of its parts.
  void relate_atoms(const Indicator& user, const Term& term, std::pair<int, int> place,
                    const std::vector<std::pair<int, int>>& atoms) {
    const std::string side = side_name(user, term);
    for (auto at = made_.numbers.lower_bound({side, place.first, place.second, 0});
         at != made_.numbers.end() && std::get<0>(at->first) == side &&
         std::get<1>(at->first) == place.first && std::get<2>(at->first) == place.second;
         ++at) {
      const Parts& part = measured_.parts[static_cast<std::size_t>(std::get<3>(at->first))];
      std::vector<int> selected;
      for (const auto& [cell, breakdown] : atoms) {
        const Parts& own = measured_.parts[static_cast<std::size_t>(breakdown)];
        if (selects(term, own) && lies_in(own, part)) selected.push_back(cell);
      }
      relate(at->second, selected);
    }
  }

  // Of a figure that only grows, the growth is a count of its own.
  void relate_periods(const std::map<CubeCells::Key, int>& own) {
    std::map<std::tuple<std::string, int, int>, std::vector<int>> series;
    for (const auto& [key, cell] : own) {
      const DisclosureRule* rule = made_.rules[static_cast<std::size_t>(cell)];
      if (rule == nullptr || !rule->cumulative) continue;
      series[{std::get<0>(key), std::get<1>(key), std::get<3>(key)}].push_back(cell);
    }
    for (auto& [key, cells] : series) {
      std::sort(cells.begin(), cells.end(),
                [&](int a, int b) { return order(period(a), period(b)) < 0; });
      for (std::size_t at = 1; at < cells.size(); ++at) relate_growth(cells[at - 1], cells[at]);
    }
  }

  Period period(int cell) const {
    return measured_.cube.period(made_.periods[static_cast<std::size_t>(cell)]);
  }

  void relate_growth(int before, int after) {
    const std::int64_t growth = value(after) - value(before);
    const DisclosureRule* rule = made_.rules[static_cast<std::size_t>(after)];
    Cell cell;
    cell.value = growth;
    cell.goes_out = false;
    cell.least = kFarBelow;
    const std::int64_t most = scaled(rule->cells);
    cell.sensitive = growth != 0 && std::abs(growth) < most;
    cell.low = growth > 0 ? scaled(std::int64_t{1}) : -most;
    cell.high = growth > 0 ? most : -scaled(std::int64_t{1});
    const auto at = static_cast<std::size_t>(after);
    const int number = add(cell, rule, made_.areas[at], made_.periods[at], made_.names[at]);
    made_.cells.relations.push_back({{after, -1}, {before, 1}, {number, 1}});
  }

  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  CubeCells made_;
  mutable std::map<std::string, std::map<int, const Fact*>> people_;  // measure, area
};

}  // namespace

int CubeCells::numerator(const Publication& publication, const Observation& seen) const {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  const auto at =
      numbers.find({side_name(of, of.numerator), seen.area, seen.period, seen.breakdown});
  return at == numbers.end() ? -1 : at->second;
}

int CubeCells::denominator(const Publication& publication, const Observation& seen) const {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  if (of.kind != IndicatorKind::ratio) return -1;
  const auto at = numbers.find(
      {side_name(of, of.denominator), seen.area, seen.period, of.by ? 0 : seen.breakdown});
  return at == numbers.end() ? -1 : at->second;
}

CubeCells cube_cells(const Publication& publication, const Areas& areas, const Measured& measured) {
  CubeCells made = Builder(publication, areas, measured).built();
  take_releases(publication, areas, measured, made);
  raise_least(made.cells);
  return made;
}

}  // namespace yokoten
