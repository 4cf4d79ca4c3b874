#include "protect/changes.h"

#include <algorithm>
#include <cmath>

namespace yokoten {

Changes::Changes(const Cells& cells)
    : cells_(cells),
      count_(static_cast<int>(cells.cells.size())),
      costs_(cells.cells.size(), kHeld),
      followed_(cells.cells.size()),
      program_(2 * count_, rows()) {
  for (const Cell& cell : cells.cells)
    most_ += std::abs(static_cast<double>(cell.value)) + std::abs(static_cast<double>(cell.high));
}

void Changes::free(int cell, double cost) {
  costs_[static_cast<std::size_t>(cell)] = cost;
  if (followed_[static_cast<std::size_t>(cell)]) return;
  program_.set_bounds(2 * cell, 0, most_);
  program_.set_bounds(2 * cell + 1, 0, static_cast<double>(room_below(cell)));
  program_.set_cost(2 * cell, cost);
  program_.set_cost(2 * cell + 1, cost);
}

void Changes::hold(int cell) {
  costs_[static_cast<std::size_t>(cell)] = kHeld;
  program_.set_bounds(2 * cell, 0, 0);
  program_.set_bounds(2 * cell + 1, 0, 0);
}

std::optional<Change> Changes::needed(int cell, std::int64_t step) {
  if (const auto& followed = followed_[static_cast<std::size_t>(cell)])
    return needed(followed->first, step * followed->second);
  const double cost = costs_[static_cast<std::size_t>(cell)];
  if (cost == kHeld || -step > room_below(cell)) return std::nullopt;
  const auto size = static_cast<double>(std::abs(step));
  const int moved = 2 * cell + (step > 0 ? 0 : 1), other = 2 * cell + (step > 0 ? 1 : 0);
  program_.set_bounds(moved, size, size);
  program_.set_bounds(other, 0, 0);
  std::optional<Change> found;
  if (program_.solved()) found = change();
  free(cell, cost);
  return found;
}

std::int64_t Changes::room_below(int cell) const {
  const Cell& at = cells_.cells[static_cast<std::size_t>(cell)];
  return std::max<std::int64_t>(0, at.value - at.least);
}

Change Changes::change() const {
  std::vector<std::int64_t> by(cells_.cells.size());
  for (int at = 0; at < count_; ++at)
    by[static_cast<std::size_t>(at)] = program_.value(2 * at) - program_.value(2 * at + 1);
  Change change;
  for (int at = 0; at < count_; ++at) {
    const auto number = static_cast<std::size_t>(at);
    if (const auto& followed = followed_[number])
      by[number] = by[static_cast<std::size_t>(followed->first)] * followed->second;
    if (by[number] != 0) change.emplace_back(at, by[number]);
  }
  return change;
}

// What growth follows, where it follows one cell only.
bool Changes::follows(const Relation& relation, const std::vector<const Relation*>& growth) {
  int grown = -1, end = -1, ends = 0, sign = 1;
  for (const auto& [cell, factor] : relation) {
    const auto at = static_cast<std::size_t>(cell);
    if (std::abs(factor) != 1) return false;
    if (growth[at] == &relation) grown = cell;
    if (growth[at] != &relation && !cells_.cells[at].stays_open) end = cell, ++ends;
    sign = growth[at] != &relation && cells_.cells[at].stays_open ? sign : sign * factor;
  }
  if (grown < 0 || ends != 1) return false;
  followed_[static_cast<std::size_t>(grown)] = {end, -sign};
  return true;
}

std::vector<WholeProgram::Row> Changes::rows() {
  const auto growth = growth_sums(cells_);
  std::vector<WholeProgram::Row> rows;
  for (const Relation& relation : cells_.relations) {
    if (follows(relation, growth)) continue;
    WholeProgram::Row row;
    for (const auto& [cell, factor] : relation) {
      row.emplace_back(2 * cell, factor);
      row.emplace_back(2 * cell + 1, -factor);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace yokoten
