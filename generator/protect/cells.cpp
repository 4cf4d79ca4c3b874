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
std::vector<int> block_parts(const Cells& all, const std::vector<int>& layers) {
  using Block = std::pair<int, int>;  // layer, block
  const auto place_of = [&](std::size_t at) {
    const Cell& cell = all.cells[at];
    return std::pair(Block(layers[at], cell.block), cell.place);
  };
  std::map<std::pair<Block, int>, int> sizes;
  for (std::size_t at = 0; at < all.cells.size(); ++at)
    if (all.cells[at].block != 0) ++sizes[place_of(at)];
  std::map<Block, int> together;
  for (const auto& [place, cells] : sizes) together[place.first] += cells;
  std::map<std::pair<Block, int>, int> parts;
  int part = 0, size = 0;
  Block block;
  for (const auto& [place, cells] : sizes) {
    const int most = together[place.first] > kMostTogether ? kMostApart : kMostTogether;
    if (place.first != block || size + cells > most) ++part, size = 0;
    block = place.first;
    size += cells;
    parts[place] = part;
  }
  std::vector<int> found;
  for (std::size_t at = 0; at < all.cells.size(); ++at)
    found.push_back(all.cells[at].block == 0 ? 0 : parts[place_of(at)]);
  return found;
}

bool is_growth(const Relation& relation, const std::vector<const Relation*>& growth) {
  return std::any_of(relation.begin(), relation.end(), [&](const auto& term) {
    return growth[static_cast<std::size_t>(term.first)] == &relation;
  });
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
  void add(const Cells& all, const Relation& relation, const std::vector<int>& parts, int part,
           const std::vector<const Relation*>& growth) {
    Relation own;
    Cell others;
    others.stays_open = true;
    for (const auto& [number, factor] : relation) {
      const auto at = static_cast<std::size_t>(number);
      if (parts[at] == part || growth[at] == &relation)
        own.emplace_back(cell(all, number), factor);
      else
        others.value += factor * all.cells[at].value;
    }
    if (own.size() < relation.size()) own.emplace_back(add(others, -1), 1);
    group.cells.relations.push_back(std::move(own));
  }
};

// Growth from a figure that shows is at least what the later one has at least; that to one that
// shows at most what the earlier one leaves.
void bound_growth(Cells& all, const Relation& relation) {
  if (relation.size() != 3 || relation[0].second != -1 || relation[1].second != 1) return;
  const auto at = [&](std::size_t term) -> Cell& {
    return all.cells[static_cast<std::size_t>(relation[term].first)];
  };
  const Cell &after = at(0), &before = at(1);
  Cell& growth = at(2);
  if (!growth.follows || !growth.sensitive) return;
  if (before.stays_open) growth.low = std::max(growth.low, after.least - before.value);
  if (after.stays_open) growth.high = std::min(growth.high, after.value - before.least);
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

std::vector<char> given_away(const Cells& all, const std::vector<char>& hidden) {
  std::vector<char> given(all.cells.size());
  for (const Relation& relation : all.relations) {
    int count = 0, last = 0;
    for (const auto& [cell, factor] : relation)
      if (hidden[static_cast<std::size_t>(cell)]) ++count, last = cell;
    if (count == 1) given[static_cast<std::size_t>(last)] = 1;
  }
  return given;
}

// It changes where only that one is looked at, so no other may hold it.
std::vector<const Relation*> growth_sums(const Cells& all) {
  std::vector<const Relation*> found(all.cells.size(), nullptr);
  std::vector<int> sums(all.cells.size());
  for (const Relation& relation : all.relations)
    for (const auto& [cell, factor] : relation) {
      const auto at = static_cast<std::size_t>(cell);
      if (all.cells[at].follows) found[at] = ++sums[at] == 1 ? &relation : nullptr;
    }
  return found;
}

std::vector<int> layers_of(const Cells& all) {
  std::vector<int> parents(all.cells.size());
  std::iota(parents.begin(), parents.end(), 0);
  const auto growth = growth_sums(all);
  for (const Relation& relation : all.relations) {
    if (is_growth(relation, growth)) continue;
    for (const auto& [cell, factor] : relation)
      parents[static_cast<std::size_t>(root_of(parents, cell))] =
          root_of(parents, relation.front().first);
  }
  std::map<int, int> numbers;
  std::vector<int> layers;
  for (int cell = 0; cell < static_cast<int>(all.cells.size()); ++cell) {
    const Relation* sum = growth[static_cast<std::size_t>(cell)];
    const int root = root_of(parents, sum == nullptr ? cell : sum->front().first);
    layers.push_back(numbers.try_emplace(root, static_cast<int>(numbers.size())).first->second);
  }
  return layers;
}

std::vector<CellGroup> blocks_of(const Cells& all, Cut cut) {
  const std::vector<int> layers = layers_of(all);
  std::vector<int> parts;
  if (cut == Cut::places)
    parts = block_parts(all, layers);
  else
    for (const int layer : layers) parts.push_back(layer + 1);
  const auto growth = growth_sums(all);
  std::map<int, BlockDraft> drafts;
  for (const Relation& relation : all.relations) {
    std::set<int> touched;
    for (const auto& [cell, factor] : relation)
      touched.insert(parts[static_cast<std::size_t>(cell)]);
    for (const int part : touched)
      if (part != 0) drafts[part].add(all, relation, parts, part, growth);
  }
  std::vector<CellGroup> groups;
  for (auto& [part, draft] : drafts) {
    for (const int number : draft.group.numbers) {
      const auto at = static_cast<std::size_t>(number);
      const bool own = number < 0 || parts[at] == part;
      draft.group.guests.push_back(own ? 0 : 1);
      if (own && number >= 0) draft.group.layer = layers[at];
    }
    groups.push_back(std::move(draft.group));
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
  for (const Relation& relation : all.relations) bound_growth(all, relation);
}

}  // namespace yokoten
