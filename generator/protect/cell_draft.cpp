#include "protect/cell_draft.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace yokoten {
namespace {

constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::min();

void become_helper(Cell& cell) {
  cell.goes_out = cell.stays_open = false;
  cell.least = 0;
  cell.low = std::min(cell.low, cell.value);
}

// Units of the same parts; where they are not counted by part, all.
std::vector<Element> of_same_parts(const std::vector<Element>& units,
                                   const std::vector<Element>& elements) {
  std::vector<Element> found;
  for (const Element& unit : units)
    if (std::any_of(elements.begin(), elements.end(), [&](const Element& each) {
          return each.source() == unit.source() && each.breakdown() == unit.breakdown();
        }))
      found.push_back(unit);
  return found.empty() ? units : found;
}

}  // namespace

CellDraft::CellDraft(const Publication& publication, const Measured& measured,
                     const CellRules& rules, const FactIndex& facts)
    : publication_(publication), measured_(measured), rules_(rules), facts_(facts) {}

int CellDraft::add(const Cell& cell, CellOrigin origin, bool known) {
  known_.push_back(known);
  origin.units.reset();  // those of the cell that it is like
  return made.add(cell, origin);
}

int CellDraft::cell_of(const CellPlace& place, const std::vector<Element>& elements,
                       const std::optional<std::int64_t>& value, const CellOrigin& origin) {
  Identity identity{place.area, place.period, place.own, value.value_or(kUnknown), {}};
  for (const Element& each : elements) std::get<4>(identity).push_back(each.place);
  if (!elements.empty())
    if (const auto at = cells_.find(identity); at != cells_.end()) return at->second;
  Cell cell;
  cell.value = value.value_or(0);
  cell.goes_out = value.has_value();
  const int number = add(cell, origin, value.has_value());
  if (!elements.empty()) cells_[identity] = number;
  set_rule(number, elements, place);
  return number;
}

int CellDraft::rest_of(const CellPlace& place, const std::vector<Element>& elements, int like) {
  const CellOrigin origin = made.origin(like);
  const auto before = static_cast<int>(made.origins.size());
  const int number = unpublished(place, elements, origin);
  if (number == before) become_helper(made.at(number));
  return number;
}

int CellDraft::unpublished(const CellPlace& place, const std::vector<Element>& elements,
                           const CellOrigin& origin) {
  std::optional<std::int64_t> value;
  if (const auto total = total_of(elements)) value = scaled(*total, origin.scale);
  const auto before = static_cast<int>(made.origins.size());
  const int number = cell_of(place, elements, value, origin);
  if (number == before && origin.rule != nullptr) become_helper(made.at(number));
  return number;
}

void CellDraft::set_rule(int number, const std::vector<Element>& elements, const CellPlace& place) {
  Cell& cell = made.at(number);
  const CellOrigin& origin = made.origin(number);
  rules_.set(cell, origin.rule, origin.area, origin.scale);
  if (origin.rule != nullptr && cell.value > 0) hide_few_units(number, elements, place);
}

void CellDraft::hide_few(int number, const std::optional<Decimal>& units) {
  constexpr std::int64_t at_least = 1;  // since there is a figure
  CellOrigin& origin = made.origins[static_cast<std::size_t>(number)];
  if (units && compare(*units, {origin.rule->fewest_units, 0}) >= 0) return;
  CellRules::hide_within_a_tenth(made.at(number), origin.scale);
  origin.units = units ? std::max(at_least, scaled(*units, 0)) : at_least;
}

void CellDraft::hide_few_units(int number, const std::vector<Element>& elements,
                               const CellPlace& place) {
  const DisclosureRule& rule = *made.origin(number).rule;
  const int counted = rule.units.empty() ? -1 : measured_.measure(rule.units);
  if (counted < 0 || counted == place.measure || elements.empty()) return;
  std::vector<int> sources;
  for (const Element& each : elements) {
    const auto& own = publication_.sources[static_cast<std::size_t>(each.source())].disclosure;
    if (own && &*own == &rule) sources.push_back(each.source());
  }
  if (sources.empty()) return;
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  const auto units = place.own ? facts_.own(counted, sources.front(), place.area, place.period)
                               : facts_.below(counted, sources, place.area, place.period);
  hide_few(number, units.empty() ? std::nullopt : total_of(of_same_parts(units, elements)));
}

int CellDraft::helping_cell(int like, std::int64_t value) {
  const CellOrigin origin = made.origin(like);
  Cell cell;
  cell.value = value;
  rules_.set(cell, origin.rule, origin.area, origin.scale);
  become_helper(cell);
  return add(cell, origin, true);
}

void CellDraft::relate(int whole, std::vector<int> parts, bool all_listed) {
  std::sort(parts.begin(), parts.end());
  Sum sum{whole, std::move(parts), all_listed};
  const bool itself = sum.parts.size() == 1 && sum.parts.front() == whole && all_listed;
  if (sum.parts.empty() || itself || !has_rule(sum)) return;
  if (said_.insert({whole, sum.parts}).second) sums_.push_back(std::move(sum));
}

bool CellDraft::has_rule(const Sum& sum) const {
  const auto ruled = [&](int cell) { return made.origin(cell).rule != nullptr; };
  return ruled(sum.whole) || std::any_of(sum.parts.begin(), sum.parts.end(), ruled);
}

void CellDraft::finish() {
  for (bool again = true; again;) {
    again = false;
    for (const Sum& sum : sums_) again = settle(sum) || again;
  }
  for (std::size_t at = 0; at < known_.size(); ++at)
    if (!known_[at]) made.cells.cells[at].sensitive = false;
  for (const Sum& sum : sums_) state(sum);
}

// The whole less the parts that are known.
std::optional<std::int64_t> CellDraft::rest_of(const Sum& sum) const {
  if (!known(sum.whole)) return std::nullopt;
  std::int64_t rest = value(sum.whole);
  for (const int part : sum.parts)
    if (known(part)) rest -= value(part);
  return rest;
}

// Whether the sum gives away a cell of which nothing was known.
bool CellDraft::settle(const Sum& sum) {
  if (!sum.all_listed) return false;
  std::vector<int> unknown;
  for (const int part : sum.parts)
    if (!known(part)) unknown.push_back(part);
  if (!known(sum.whole) && unknown.empty()) {
    std::int64_t total = 0;
    for (const int part : sum.parts) total += value(part);
    become_known(sum.whole, total);
    return true;
  }
  const auto rest = rest_of(sum);
  if (unknown.size() != 1 || !rest || *rest < 0) return false;
  become_known(unknown.front(), *rest);
  return true;
}

void CellDraft::become_known(int number, std::int64_t value) {
  known_[static_cast<std::size_t>(number)] = 1;
  Cell& cell = made.at(number);
  const CellOrigin& origin = made.origin(number);
  cell.value = value;
  rules_.set(cell, origin.rule, origin.area, origin.scale);
  become_helper(cell);
}

void CellDraft::state(const Sum& sum) {
  const auto rest = rest_of(sum);
  if (!rest || *rest < 0) return;  // they do not belong together; the checks say so
  Relation relation = {{sum.whole, -1}};
  for (const int part : sum.parts)
    if (known(part)) relation.emplace_back(part, 1);
  if (*rest > 0) relation.emplace_back(helping_cell(sum.whole, *rest), 1);
  made.cells.relations.push_back(std::move(relation));
}

}  // namespace yokoten
