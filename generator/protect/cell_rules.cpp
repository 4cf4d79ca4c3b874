#include "protect/cell_rules.h"

#include <algorithm>

namespace yokoten {

std::int64_t scaled(Decimal number, int scale) { return rounded(number, scale).mantissa; }
std::int64_t scaled(std::int64_t whole, int scale) { return scaled(Decimal{whole, 0}, scale); }

bool covers(const DisclosureRule& rule, const std::string& measure) {
  return rule.measures.empty() ||
         std::find(rule.measures.begin(), rule.measures.end(), measure) != rule.measures.end();
}

CellRules::CellRules(const Publication& publication, const Areas& areas, const Measured& measured)
    : publication_(publication), areas_(areas), measured_(measured) {}

const DisclosureRule* CellRules::strictest(const std::vector<int>& sources,
                                           const std::string& measure) const {
  const DisclosureRule* found = nullptr;
  for (const int at : sources) {
    const Source& source = publication_.sources[static_cast<std::size_t>(at)];
    if (!source.disclosure || !gives_measure(source, measure) ||
        !covers(*source.disclosure, measure))
      continue;
    if (found == nullptr || source.disclosure->cells > found->cells) found = &*source.disclosure;
  }
  return found;
}

void CellRules::set(Cell& cell, const DisclosureRule* rule, int area, int scale) const {
  if (rule == nullptr) {
    cell.stays_open = true;
    cell.least = std::min<std::int64_t>(0, cell.value);
    return;
  }
  const PopulationStep strict = step_of(*rule, area);
  const bool zero = cell.value == 0, zero_shows = !rule->hides_zero && !strict.hides_all;
  cell.stays_open = cell.value < 0 || (zero && zero_shows);
  cell.least = cell.value > 0 && zero_shows ? scaled(std::int64_t{1}, scale) : 0;
  if (cell.least > cell.value) cell.least = std::min<std::int64_t>(cell.value, 0);
  const std::int64_t most = scaled(strict.cells, scale);
  cell.sensitive = cell.value >= 0 && cell.value < most && (!zero || !zero_shows);
  cell.low = cell.least;
  cell.high = most;
  // It must not show at all, but only small counts must stay quite unknown.
  if (strict.hides_all && cell.value >= most) hide_within_a_tenth(cell, scale);
}

void CellRules::hide_within_a_tenth(Cell& cell, int scale) {
  const std::int64_t tenth = std::max(scaled(std::int64_t{1}, scale), cell.value / 10);
  const std::int64_t low = cell.sensitive ? cell.low : cell.value;
  cell.low = std::min(low, std::max(cell.least, cell.value - tenth));
  cell.high = std::max(cell.sensitive ? cell.high : 0, cell.value + tenth);
  cell.sensitive = true;
  cell.stays_open = false;
}

PopulationStep CellRules::step_of(const DisclosureRule& rule, int area) const {
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

std::optional<Decimal> CellRules::people_of(const std::string& measure, int area) const {
  const auto [people, added] = people_.try_emplace(measure);
  if (added) count_people(measured_.measure(measure), people->second);
  const auto at = people->second.find(area);
  return at == people->second.end() ? std::nullopt : std::optional(at->second.number);
}

void CellRules::count_people(int measure, std::map<int, People>& people) const {
  for (const Fact& fact : measured_.facts.all())
    if (fact.measure == measure && fact.missing == Missing::none && !fact.total)
      count_people(fact, people[fact.area]);
}

void CellRules::count_people(const Fact& fact, People& people) const {
  if (people.source == fact.source && people.period == fact.period) {
    if (const auto total = sum(people.number, *fact.value)) people.number = *total;
    return;
  }
  const auto age = order(measured_.cube.period(people.period), measured_.cube.period(fact.period));
  if (people.source < 0 || age < 0) people = {fact.source, fact.period, *fact.value};
}

}  // namespace yokoten
