#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace yokoten {

/// A number of tables that hang together by sums, scaled to whole numbers. Outsiders know the
/// relations, what is open, and that nothing lies below `least`.
struct Cell {
  std::int64_t value = 0;
  std::int64_t least = 0;
  bool goes_out = true;     ///< false: nobody publishes it, but it may be computed
  bool stays_open = false;  ///< must not be hidden: a zero that shows, a figure that is out already
  bool stays_hidden = false;  ///< an earlier release has hidden it
  double weight = 1;          ///< what is lost when it is hidden
  bool sensitive = false;     ///< what outsiders can tell must reach from `low` to `high` at least
  std::int64_t low = 0, high = 0;
  int block = 0;         ///< cells that are worked on together first; 0: none
  int place = 0;         ///< large blocks are cut between places
  bool follows = false;  ///< growth: nobody publishes it, and only one sum holds it
};

/// The cells times their factors add up to 0: a total less its parts.
using Relation = std::vector<std::pair<int, int>>;  // cell, factor

struct Cells {
  std::vector<Cell> cells;
  std::vector<Relation> relations;
};

/// Cells of a group from which it is taken block by block.
inline constexpr std::size_t kLargeGroup = 400;

/// Cells that hang together, with their relations, numbered anew.
struct CellGroup {
  std::vector<int> numbers;  ///< of its cells among all; -1 for what stands for others
  Cells cells;
  std::vector<char> guests;  ///< of a block: cells of another layer that may change here as well
  int layer = 0;
};

/// All groups; a cell that no relation names is one of its own.
std::vector<CellGroup> groups_of(const Cells& all);

/// By cell whether some sum has no other hidden cell, which gives it away.
std::vector<char> given_away(const Cells& all, const std::vector<char>& hidden);

/// By cell the number of its layer, from 0: cells that hang together without growth, a period as a
/// rule. Growth is of the layer that it leads to.
std::vector<int> layers_of(const Cells& all);

/// By cell the sum that growth closes, nothing for other cells and for growth that more sums hold.
std::vector<const Relation*> growth_sums(const Cells& all);

enum class Cut { places, layers };

/// Cells beside which each sum has at most one more, numbered -1 in their group, for all others:
/// those stay as they are, but for growth, which is a guest in the layer that it leads from. What
/// holds there holds in the whole as well. Cut into layers, or into a few places of one layer.
std::vector<CellGroup> blocks_of(const Cells& all, Cut cut);

/// Raises `least` of totals to what their parts have at least, and `low` with it: that much is
/// known whatever is hidden.
void raise_least(Cells& all);

}  // namespace yokoten
