#include "protect/earlier_sums.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "protect/whole_program.h"

namespace yokoten {
namespace {

constexpr double kHelperCost = 0.1;   // what nobody publishes changes first
constexpr double kRevisedCost = 0.3;  // then areas of which other figures have changed

/// The sums of one release between the cells of today and what they were then.
class Earlier {
 public:
  Earlier(const std::map<int, EarlierFigure>& figures, const CellRules& rules, CubeCells& all)
      : figures_(figures), rules_(rules), all_(all), then_(all.cells.cells.size(), -1) {}

  int add(std::size_t relations) {
    find_revised();
    Cells held;
    held.cells = all_.cells.cells;
    for (std::size_t at = 0; at < relations; ++at)
      if (was_known(all_.cells.relations[at])) held.relations.push_back(all_.cells.relations[at]);
    int impossible = 0;
    for (const CellGroup& group : groups_of(held))
      if (has_changed(group) && !add_group(group)) ++impossible;
    return impossible;
  }

 private:
  const EarlierFigure* figure(int cell) const {
    const auto at = figures_.find(cell);
    return at == figures_.end() ? nullptr : &at->second;
  }

  using AreaPeriod = std::pair<int, int>;

  AreaPeriod place(int cell) const { return {all_.origin(cell).area, all_.origin(cell).period}; }

  void find_revised() {
    for (const auto& [cell, then] : figures_)
      if (then.shown ? *then.shown != all_.at(cell).value : least_then(cell) > all_.at(cell).value)
        revised_.insert(place(cell));
  }

  double cost(int cell) const {
    if (figure(cell) == nullptr) return kHelperCost;
    return revised_.contains(place(cell)) ? kRevisedCost : 1;
  }

  // Of tables without a rule, and of periods that were to come, nothing is known from then.
  bool was_known(const Relation& relation) const {
    bool any = false;
    for (const auto& [cell, factor] : relation) {
      const bool said = figure(cell) != nullptr;
      if (!said && all_.at(cell).stays_open) return false;
      any = any || said;
    }
    return any;
  }

  bool is_changed(int cell) const {
    const EarlierFigure* then = figure(cell);
    return then != nullptr && then->shown && *then->shown != all_.at(cell).value;
  }

  bool has_changed(const CellGroup& group) const {
    return !group.cells.relations.empty() &&
           std::any_of(group.numbers.begin(), group.numbers.end(),
                       [&](int cell) { return is_changed(cell); });
  }

  std::int64_t least_then(int number) const {
    if (figure(number) == nullptr) return all_.at(number).goes_out ? 0 : all_.at(number).least;
    Cell one;
    one.value = scaled(std::int64_t{1}, all_.origin(number).scale);
    rules_.set(one, all_.origin(number).rule, all_.origin(number).area, all_.origin(number).scale);
    return one.least;
  }

  // Column 3i is the figure of today or the one that was shown, 3i + 1 how much more it was then,
  // 3i + 2 how much less.
  bool add_group(const CellGroup& group) {
    const int count = static_cast<int>(group.numbers.size());
    WholeProgram program(3 * count, rows_of(group.cells));
    for (int at = 0; at < count; ++at)
      bound(program, at, group.numbers[static_cast<std::size_t>(at)]);
    if (!program.solved()) return false;
    for (int at = 0; at < count; ++at) {
      const int number = group.numbers[static_cast<std::size_t>(at)];
      then_[static_cast<std::size_t>(number)] = cell_then(
          number, program.value(3 * at) + program.value(3 * at + 1) - program.value(3 * at + 2));
    }
    for (const Relation& relation : group.cells.relations) add_relation(group, relation);
    return true;
  }

  static std::vector<WholeProgram::Row> rows_of(const Cells& cells) {
    std::vector<WholeProgram::Row> rows;
    for (const Relation& relation : cells.relations) {
      WholeProgram::Row& row = rows.emplace_back();
      for (const auto& [cell, factor] : relation) {
        row.emplace_back(3 * cell, factor);
        row.emplace_back(3 * cell + 1, factor);
        row.emplace_back(3 * cell + 2, -factor);
      }
    }
    return rows;
  }

  void bound(WholeProgram& program, int at, int number) const {
    const EarlierFigure* then = figure(number);
    const std::int64_t today = all_.at(number).value;
    const bool shown = then != nullptr && then->shown;
    const auto base = static_cast<double>(shown ? *then->shown : today);
    const std::int64_t least = least_then(number);
    program.set_bounds(3 * at, base, base);
    if (shown) return;
    const double below = static_cast<double>(std::max<std::int64_t>(0, least - today));
    program.set_bounds(3 * at + 1, below, kMost);
    program.set_bounds(3 * at + 2, 0,
                       static_cast<double>(std::max<std::int64_t>(0, today - least)));
    for (const int column : {3 * at + 1, 3 * at + 2}) program.set_cost(column, cost(number));
  }

  // The cell of today where it is the same.
  int cell_then(int number, std::int64_t value) {
    const Cell today = all_.at(number);
    if (today.value == value) return number;
    const EarlierFigure* then = figure(number);
    const CellOrigin origin = all_.origin(number);
    Cell cell;
    cell.value = value;
    rules_.set(cell, origin.rule, origin.area, origin.scale);
    cell.least = std::min(least_then(number), value);
    const bool shown = then != nullptr && then->shown;
    cell.goes_out = cell.stays_open = shown;
    if (shown || then == nullptr) cell.sensitive = false;
    cell.low = std::max(cell.least, std::min(cell.low, value));
    return all_.add(cell, origin);
  }

  void add_relation(const CellGroup& group, const Relation& relation) {
    Relation then;
    bool differs = false;
    for (const auto& [cell, factor] : relation) {
      const int number = group.numbers[static_cast<std::size_t>(cell)];
      then.emplace_back(then_[static_cast<std::size_t>(number)], factor);
      differs = differs || then.back().first != number;
    }
    if (differs) all_.cells.relations.push_back(std::move(then));
  }

  static constexpr double kMost = 1e12;

  const std::map<int, EarlierFigure>& figures_;
  const CellRules& rules_;
  CubeCells& all_;
  std::vector<int> then_;  // by cell of today
  std::set<AreaPeriod> revised_;
};

}  // namespace

int add_earlier_sums(const std::map<int, EarlierFigure>& figures, const CellRules& rules,
                     std::size_t relations, CubeCells& all) {
  return Earlier(figures, rules, all).add(relations);
}

}  // namespace yokoten
