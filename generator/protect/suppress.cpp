#include "protect/suppress.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "protect/whole_program.h"

namespace yokoten {
namespace {

constexpr double kHiddenCost = 1e-4;  // hidden cells are free, but shorter ways are better
constexpr std::size_t kLarge = 400;  // cells of a group that is taken block by block

/// Looks for changes of the hidden and hideable cells that keep every relation, in whole numbers:
/// outsiders know that figures are whole, and can't rule out such a table. Column 2i is how
/// far cell i rises, 2i + 1 how far it falls.
class Changes {
 public:
  explicit Changes(const Cells& cells)
      : cells_(cells),
        count_(static_cast<int>(cells.cells.size())),
        program_(2 * count_, rows_of(cells)) {
    for (const Cell& cell : cells.cells)
      most_ += std::abs(static_cast<double>(cell.value)) + std::abs(static_cast<double>(cell.high));
  }

  /// Lets the cell change, at a cost for each step.
  void free(int cell, double cost) {
    const Cell& at = cells_.cells[static_cast<std::size_t>(cell)];
    program_.set_bounds(2 * cell, 0, most_);
    program_.set_bounds(
        2 * cell + 1, 0,
        std::max(0.0, static_cast<double>(at.value) - static_cast<double>(at.least)));
    program_.set_cost(2 * cell, cost);
    program_.set_cost(2 * cell + 1, cost);
  }

  void hold(int cell) {
    program_.set_bounds(2 * cell, 0, 0);
    program_.set_bounds(2 * cell + 1, 0, 0);
  }

  /// The cells that must change so that this one changes by `step`; empty where none will do.
  std::optional<std::vector<int>> needed(int cell, std::int64_t step) {
    const auto size = static_cast<double>(std::abs(step));
    const int moved = 2 * cell + (step > 0 ? 0 : 1), other = 2 * cell + (step > 0 ? 1 : 0);
    program_.set_bounds(moved, size, size);
    program_.set_bounds(other, 0, 0);
    const bool found = program_.solved();
    std::vector<int> cells;
    for (int at = 0; found && at < count_; ++at)
      if (program_.value(2 * at) != program_.value(2 * at + 1)) cells.push_back(at);
    free(cell, kHiddenCost);
    if (!found) return std::nullopt;
    return cells;
  }

 private:
  static std::vector<WholeProgram::Row> rows_of(const Cells& cells) {
    std::vector<WholeProgram::Row> rows;
    for (const Relation& relation : cells.relations) {
      WholeProgram::Row row;
      for (const auto& [cell, factor] : relation) {
        row.emplace_back(2 * cell, factor);
        row.emplace_back(2 * cell + 1, -factor);
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  const Cells& cells_;
  int count_;
  WholeProgram program_;
  double most_ = 1;
};

/// Hides within one group of cells.
class Group {
 public:
  /// What `before` has hidden and protected already is taken as it is.
  Group(const Cells& cells, const std::vector<char>& hidden_before,
        const std::vector<char>& settled_before)
      : cells_(cells), changes_(cells) {
    for (int at = 0; at < count(); ++at) {
      const auto number = static_cast<std::size_t>(at);
      const Cell& cell = cells.cells[number];
      const bool by_rule = !cell.goes_out || cell.sensitive || cell.stays_hidden;
      result_.hidden.push_back(by_rule || hidden_before[number]);
      fixed_.push_back(result_.hidden.back());
      if (result_.hidden.back())
        changes_.free(at, kHiddenCost);
      else if (!cell.stays_open)
        changes_.free(at, cell.weight);
      if (cell.sensitive && !settled_before[number]) sensitive_.push_back(at);
    }
    // Cells of a group that are harder to hide come first: their ways serve the others too.
    std::stable_sort(sensitive_.begin(), sensitive_.end(),
                     [&](int a, int b) { return span(a) > span(b); });
  }

  Suppression made(bool may_open) {
    for (const int cell : sensitive_)
      if (!protect(cell)) result_.unprotected.push_back(cell);
    if (may_open) open_again();
    return std::move(result_);
  }

 private:
  /// Another table in which the cell is as the rule asks: which cells differ there.
  struct Way {
    int cell = 0;
    std::int64_t step = 0;
    std::vector<int> changed;
  };

  int count() const { return static_cast<int>(cells_.cells.size()); }
  const Cell& cell(int at) const { return cells_.cells[static_cast<std::size_t>(at)]; }
  std::int64_t span(int at) const { return cell(at).high - cell(at).low; }

  void hide(int at) {
    char& hidden = result_.hidden[static_cast<std::size_t>(at)];
    if (hidden) return;
    hidden = 1;
    changes_.free(at, kHiddenCost);
  }

  bool protect(int at) {
    bool good = true;
    for (const std::int64_t step : steps(at)) {
      auto cells = changes_.needed(at, step);
      good = good && cells.has_value();
      if (!cells) continue;
      for (const int other : *cells) hide(other);
      ways_.push_back({at, step, std::move(*cells)});
    }
    return good;
  }

  std::vector<std::int64_t> steps(int at) const {
    std::vector<std::int64_t> all;
    if (cell(at).high > cell(at).value) all.push_back(cell(at).high - cell(at).value);
    if (cell(at).low < cell(at).value) all.push_back(cell(at).low - cell(at).value);
    return all;
  }

  // Cells hidden early may be idle once later ones are hidden too. The heaviest are tried first.
  void open_again() {
    std::vector<int> extra;
    for (int at = 0; at < count(); ++at)
      if (result_.hidden[static_cast<std::size_t>(at)] && !fixed_[static_cast<std::size_t>(at)])
        extra.push_back(at);
    std::stable_sort(extra.begin(), extra.end(),
                     [&](int a, int b) { return cell(a).weight > cell(b).weight; });
    for (int at = 0; at < count(); ++at)
      if (!result_.hidden[static_cast<std::size_t>(at)]) changes_.hold(at);
    for (const int at : extra) {
      changes_.hold(at);
      if (find_ways_without(at))
        result_.hidden[static_cast<std::size_t>(at)] = 0;
      else
        changes_.free(at, kHiddenCost);
    }
  }

  // Only the ways that lead over the cell have to be found anew.
  bool find_ways_without(int at) {
    std::vector<std::pair<Way*, std::vector<int>>> found;
    for (Way& way : ways_) {
      if (!std::binary_search(way.changed.begin(), way.changed.end(), at)) continue;
      auto other = changes_.needed(way.cell, way.step);
      if (!other) return false;
      found.emplace_back(&way, std::move(*other));
    }
    for (auto& [way, changed] : found) way->changed = std::move(changed);
    return true;
  }

  const Cells& cells_;
  Changes changes_;
  Suppression result_;
  std::vector<char> fixed_;  // hidden by rule or before
  std::vector<int> sensitive_;
  std::vector<Way> ways_;
};

Suppression whole_group(const Cells& cells) {
  const std::vector<char> none(cells.cells.size());
  return Group(cells, none, none).made(true);
}

// Block by block, where the cells that blocks share stay as they are; then what that left over.
Suppression large_group(const Cells& cells) {
  std::vector<char> hidden(cells.cells.size()), settled(cells.cells.size());
  for (const CellGroup& block : blocks_of(cells)) {
    const Suppression made = whole_group(block.cells);
    for (std::size_t at = 0; at < block.numbers.size(); ++at) {
      const auto number = static_cast<std::size_t>(block.numbers[at]);
      hidden[number] = hidden[number] || made.hidden[at];
      settled[number] = settled[number] || block.cells.cells[at].sensitive;
    }
    for (const int at : made.unprotected)
      settled[static_cast<std::size_t>(block.numbers[static_cast<std::size_t>(at)])] = 0;
  }
  return Group(cells, hidden, settled).made(true);
}

bool has_sensitive(const Cells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(),
                     [](const Cell& cell) { return cell.sensitive; });
}

}  // namespace

Suppression suppressed(const Cells& cells) {
  Suppression all;
  for (const Cell& cell : cells.cells) all.hidden.push_back(!cell.goes_out || cell.stays_hidden);
  for (const CellGroup& group : groups_of(cells)) {
    if (!has_sensitive(group.cells)) continue;
    const bool large = group.numbers.size() > kLarge;
    const Suppression made = large ? large_group(group.cells) : whole_group(group.cells);
    for (std::size_t at = 0; at < group.numbers.size(); ++at)
      all.hidden[static_cast<std::size_t>(group.numbers[at])] = made.hidden[at];
    for (const int cell : made.unprotected)
      all.unprotected.push_back(group.numbers[static_cast<std::size_t>(cell)]);
  }
  std::sort(all.unprotected.begin(), all.unprotected.end());
  return all;
}

}  // namespace yokoten
