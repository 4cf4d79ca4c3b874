#include "protect/cells.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace yokoten {
namespace {

int root_of(std::vector<int>& parents, int cell) {
  auto& parent = parents[static_cast<std::size_t>(cell)];
  if (parent == cell) return cell;
  return parent = root_of(parents, parent);
}

constexpr int kMostTogether = 1100;  // cells of a block; more are cut between places …
constexpr int kMostApart = 250;      // … into parts of so many

// By cell the number of its part of a block, 0 for none.
std::vector<int> block_parts(const Cells& all) {
  std::map<std::pair<int, int>, int> sizes;  // block, place
  for (const Cell& cell : all.cells) ++sizes[{cell.block, cell.place}];
  std::map<int, int> together;
  for (const auto& [place, cells] : sizes) together[place.first] += cells;
  std::map<std::pair<int, int>, int> parts;
  int part = 0, block = 0, size = 0;
  for (const auto& [place, cells] : sizes) {
    if (place.first == 0) continue;
    const int most = together[place.first] > kMostTogether ? kMostApart : kMostTogether;
    if (place.first != block || size + cells > most) ++part, size = 0;
    block = place.first;
    size += cells;
    parts[place] = part;
  }
  std::vector<int> found;
  for (const Cell& cell : all.cells) found.push_back(parts[{cell.block, cell.place}]);
  return found;
}

/// One part of a block in the making.
struct BlockDraft {
  CellGroup group;
  std::unordered_map<int, int> inside;

  int cell(const Cells& all, int number) {
    const auto [at, added] = inside.try_emplace(number, static_cast<int>(group.numbers.size()));
    if (added) add(all.cells[static_cast<std::size_t>(number)], number);
    return at->second;
  }
  int add(const Cell& cell, int number) {
    group.numbers.push_back(number);
    group.cells.cells.push_back(cell);
    return static_cast<int>(group.numbers.size()) - 1;
  }
  // Cells of other parts are one that stays as it is.
  void add(const Cells& all, const Relation& relation, const std::vector<int>& parts, int part) {
    Relation own;
    Cell others;
    others.stays_open = true;
    for (const auto& [number, factor] : relation) {
      const auto at = static_cast<std::size_t>(number);
      if (parts[at] == part)
        own.emplace_back(cell(all, number), factor);
      else
        others.value += factor * all.cells[at].value;
    }
    if (own.size() < relation.size()) own.emplace_back(add(others, -1), 1);
    group.cells.relations.push_back(std::move(own));
  }
};

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
  const std::vector<int> parts = block_parts(all);
  std::map<int, BlockDraft> drafts;
  for (const Relation& relation : all.relations) {
    std::set<int> touched;
    for (const auto& [cell, factor] : relation)
      touched.insert(parts[static_cast<std::size_t>(cell)]);
    for (const int part : touched)
      if (part != 0) drafts[part].add(all, relation, parts, part);
  }
  std::vector<CellGroup> groups;
  for (auto& [part, draft] : drafts) groups.push_back(std::move(draft.group));
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
