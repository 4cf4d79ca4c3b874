#include "protect/relations.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "protect/place_sums.h"

namespace yokoten {
namespace {

constexpr std::int64_t kFarBelow = -1000000000;  // growth has no floor that outsiders know

class Relating {
 public:
  Relating(const Areas& areas, const Measured& measured, const CellRules& rules, CellDraft& draft)
      : areas_(areas), measured_(measured), rules_(rules), draft_(draft) {
    for (int id = 0; id < areas_.size(); ++id)
      if (areas_.at(id).parent >= 0) below_[areas_.at(id).parent].push_back(id);
  }

  void relate() {
    for (const auto& [key, whole] : draft_.made.numbers) relate_area(key, whole);
    for (const auto& [key, whole] : draft_.made.numbers) relate_parts(key, whole);
    for (const auto& [place, cells] : draft_.places) relate_place(measured_, place, cells, draft_);
    draft_.finish();
    for (const auto& [key, cells] : series()) relate_periods(cells);
  }

 private:
  using Series = std::map<std::tuple<std::string, int, int>, std::vector<int>>;

  // Unions stand among the municipalities of their prefecture.
  void relate_area(const CubeCells::Key& key, int whole) {
    const auto inside = below_.find(std::get<1>(key));
    if (inside == below_.end()) return;
    std::vector<int> parts;
    bool all_listed = true;
    for (const int area : inside->second) {
      CubeCells::Key part = key;
      std::get<1>(part) = area;
      const auto at = draft_.made.numbers.find(part);
      if (at != draft_.made.numbers.end())
        parts.push_back(at->second);
      else if (areas_.at(area).level != AreaLevel::municipal_union)
        all_listed = false;
    }
    draft_.relate(whole, std::move(parts), all_listed);
  }

  // A whole of its own row beside parts that are summed up from below, or the other way round:
  // no place has both.
  void relate_parts(const CubeCells::Key& key, int whole) {
    const auto& [side, area, period, breakdown] = key;
    std::map<std::string, std::vector<int>> by_keys;
    const auto& numbers = draft_.made.numbers;
    for (auto at = numbers.lower_bound({side, area, period, 0}); at != numbers.end(); ++at) {
      const auto& [other_side, other_area, other_period, part] = at->first;
      if (std::tie(other_side, other_area, other_period) != std::tie(side, area, period)) break;
      if (draft_.made.origin(at->second).own == draft_.made.origin(whole).own) continue;
      if (const auto keys = keys_below(part, breakdown)) by_keys[*keys].push_back(at->second);
    }
    for (auto& [keys, parts] : by_keys) draft_.relate(whole, std::move(parts), false);
  }

  // The keys of a part that lies in the whole; nothing for others.
  std::optional<std::string> keys_below(int part, int whole) const {
    const Parts& own = measured_.parts[static_cast<std::size_t>(part)];
    const Parts& outer = measured_.parts[static_cast<std::size_t>(whole)];
    if (own.size() <= outer.size() || !lies_in(own, outer)) return std::nullopt;
    std::string keys;
    for (const auto& [key, code] : own) keys += key + ';';
    return keys;
  }

  Series series() const {
    Series all;
    for (const auto& [key, cell] : draft_.made.numbers)
      if (draft_.known(cell) && draft_.made.origin(cell).rule != nullptr)
        all[{std::get<0>(key), std::get<1>(key), std::get<3>(key)}].push_back(cell);
    for (auto& [key, cells] : all)
      std::sort(cells.begin(), cells.end(),
                [&](int a, int b) { return order(period(a), period(b)) < 0; });
    return all;
  }

  Period period(int cell) const { return measured_.cube.period(draft_.made.origin(cell).period); }

  void relate_periods(const std::vector<int>& cells) {
    for (std::size_t at = 1; at < cells.size(); ++at)
      if (draft_.made.origin(cells[at]).rule->cumulative) relate_growth(cells[at - 1], cells[at]);
    for (const int whole : cells) relate_shorter(whole, cells);
  }

  // Of a figure that only grows, the growth is a count of its own.
  void relate_growth(int before, int after) {
    if (!pairs_.insert({before, after}).second) return;
    const CellOrigin origin = draft_.made.origin(after);
    const PopulationStep strict = rules_.step_of(*origin.rule, origin.area);
    const std::int64_t growth = draft_.value(after) - draft_.value(before);
    const std::int64_t one = scaled(std::int64_t{1}, origin.scale);
    const std::int64_t most = scaled(strict.cells, origin.scale);
    Cell cell;
    cell.value = growth;
    cell.goes_out = false;
    cell.follows = true;
    cell.least = kFarBelow;
    cell.sensitive = growth != 0 && std::abs(growth) < most;
    cell.low = growth > 0 ? one : -most;
    cell.high = growth > 0 ? most : -one;
    const int number = draft_.made.add(cell, origin);
    draft_.made.cells.relations.push_back({{after, -1}, {before, 1}, {number, 1}});
  }

  // Quarters of a year, months of a quarter …, where they add up: points in time do not.
  void relate_shorter(int whole, const std::vector<int>& cells) {
    std::map<PeriodKind, std::vector<int>> inside;
    const Period span = period(whole);
    if (span.kind == PeriodKind::none || span.kind == PeriodKind::day) return;
    for (const int cell : cells) {
      const Period part = period(cell);
      if (part.kind != span.kind && first_day(span) <= first_day(part) &&
          last_day(part) <= last_day(span))
        inside[part.kind].push_back(cell);
    }
    for (const auto& [kind, parts] : inside)
      if (kind != PeriodKind::day && fill(span, parts) && add_up(whole, parts)) state(whole, parts);
  }

  // One after the other without a gap; sorted by their last days.
  bool fill(Period span, const std::vector<int>& parts) const {
    Date next = first_day(span);
    for (const int part : parts) {
      if (first_day(period(part)) != next) return false;
      next = later(last_day(period(part)), "P1D").value_or(Date{});
    }
    return next == later(last_day(span), "P1D").value_or(Date{});
  }

  bool add_up(int whole, const std::vector<int>& parts) const {
    std::int64_t total = 0;
    for (const int part : parts) total += draft_.value(part);
    return total == draft_.value(whole);
  }

  void state(int whole, const std::vector<int>& parts) {
    Relation relation = {{whole, -1}};
    for (const int part : parts) relation.emplace_back(part, 1);
    if (said_.insert(relation).second) draft_.made.cells.relations.push_back(std::move(relation));
  }

  const Areas& areas_;
  const Measured& measured_;
  const CellRules& rules_;
  CellDraft& draft_;
  std::map<int, std::vector<int>> below_;
  std::set<std::pair<int, int>> pairs_;
  std::set<Relation> said_;
};

}  // namespace

void relate_all(const Areas& areas, const Measured& measured, const CellRules& rules,
                CellDraft& draft) {
  Relating(areas, measured, rules, draft).relate();
}

}  // namespace yokoten
