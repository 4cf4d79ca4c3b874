#include "protect/cells.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>

namespace yokoten {
namespace {

int root_of(std::vector<int>& parents, int cell) {
  auto& parent = parents[static_cast<std::size_t>(cell)];
  if (parent == cell) return cell;
  return parent = root_of(parents, parent);
}

void add(CellGroup& group, const Cells& all, int number, int block) {
  group.numbers.push_back(number);
  Cell& cell = group.cells.cells.emplace_back(all.cells[static_cast<std::size_t>(number)]);
  if (cell.block == block) return;
  cell.stays_open = cell.goes_out = true;
  cell.sensitive = cell.stays_hidden = false;
}

}  // namespace

std::vector<CellGroup> groups_of(const Cells& all) {
  std::vector<int> parents(all.cells.size());
  std::iota(parents.begin(), parents.end(), 0);
  for (const Relation& relation : all.relations)
    for (const auto& [cell, factor] : relation)
      parents[static_cast<std::size_t>(root_of(parents, cell))] =
          root_of(parents, relation.front().first);
  std::vector<CellGroup> groups;
  std::vector<int> group_of_root(all.cells.size(), -1), inside(all.cells.size());
  const auto group_of = [&](int cell) -> CellGroup& {
    int& group = group_of_root[static_cast<std::size_t>(root_of(parents, cell))];
    if (group < 0) {
      group = static_cast<int>(groups.size());
      groups.emplace_back();
    }
    return groups[static_cast<std::size_t>(group)];
  };
  for (int cell = 0; cell < static_cast<int>(all.cells.size()); ++cell) {
    CellGroup& group = group_of(cell);
    inside[static_cast<std::size_t>(cell)] = static_cast<int>(group.numbers.size());
    group.numbers.push_back(cell);
    group.cells.cells.push_back(all.cells[static_cast<std::size_t>(cell)]);
  }
  for (const Relation& relation : all.relations) {
    if (relation.empty()) continue;
    Relation own;
    for (const auto& [cell, factor] : relation)
      own.emplace_back(inside[static_cast<std::size_t>(cell)], factor);
    group_of(relation.front().first).cells.relations.push_back(std::move(own));
  }
  return groups;
}

std::vector<CellGroup> blocks_of(const Cells& all) {
  std::map<int, std::vector<const Relation*>> by_block;
  for (const Relation& relation : all.relations) {
    std::set<int> blocks;
    for (const auto& [cell, factor] : relation)
      blocks.insert(all.cells[static_cast<std::size_t>(cell)].block);
    for (const int block : blocks)
      if (block != 0) by_block[block].push_back(&relation);
  }
  std::vector<CellGroup> groups;
  for (const auto& [block, relations] : by_block) {
    CellGroup& group = groups.emplace_back();
    std::map<int, int> inside;
    for (const Relation* relation : relations) {
      Relation own;
      for (const auto& [cell, factor] : *relation) {
        const auto [at, added] =
            inside.try_emplace(cell, static_cast<int>(group.numbers.size()));
        if (added) add(group, all, cell, block);
        own.emplace_back(at->second, factor);
      }
      group.cells.relations.push_back(std::move(own));
    }
  }
  return groups;
}

void raise_least(Cells& all) {
  // A relation bounds the cell that alone has its sign.
  const auto raised = [&](const Relation& relation, const std::pair<int, int>& total) {
    std::int64_t least = 0;
    for (const auto& [cell, factor] : relation) {
      if (cell == total.first) continue;
      if (factor * total.second > 0) return false;
      least += std::abs(factor) * all.cells[static_cast<std::size_t>(cell)].least;
    }
    Cell& cell = all.cells[static_cast<std::size_t>(total.first)];
    least /= std::abs(total.second);
    if (least <= cell.least) return false;
    cell.least = least;
    return true;
  };
  for (bool again = true; again;) {
    again = false;
    for (const Relation& relation : all.relations)
      for (const auto& term : relation) again = raised(relation, term) || again;
  }
  for (Cell& cell : all.cells) cell.low = std::max(cell.low, cell.least);
}

}  // namespace yokoten
