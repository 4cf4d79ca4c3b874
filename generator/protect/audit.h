#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "protect/cells.h"

namespace yokoten {

/// What outsiders can tell of a hidden cell from all that is open: at least `low`, at most `high`.
struct Told {
  static constexpr std::int64_t boundless = std::numeric_limits<std::int64_t>::max();
  int cell = 0;
  std::int64_t low = 0, high = boundless;
  bool exact() const { return low == high; }
};

/// Solves the interval of every hidden cell, also of those that never go out.
std::vector<Told> audited(const Cells& cells, const std::vector<char>& hidden);

/// Of the sensitive cells those whose rule is not kept. Large groups are solved block by block with
/// all else as it is, and as a whole only where that does not show enough.
std::vector<Told> told_too_closely(const Cells& cells, const std::vector<char>& hidden);

/// Raises `low` of these cells to what is known even where everything is hidden but the zeros that
/// show: a total is at least what several sums together say of its parts. Returns whether any rose.
bool raise_low(Cells& cells, const std::vector<int>& wanted);

/// Whether what is told keeps the cell's rule; of a cell that is not sensitive, whether its value
/// can't be told exactly although it was hidden.
bool keeps_rule(const Cell& cell, const Told& told);

}  // namespace yokoten
