#pragma once

#include <vector>

#include "protect/cells.h"

namespace yokoten {

/// Which cells are hidden, and which sensitive ones stay open to computation all the same because
/// too much must stay open.
struct Suppression {
  std::vector<char> hidden;      ///< by cell; cells that never go out are hidden
  std::vector<int> unprotected;  ///< sensitive cells
};

/// Hides the sensitive cells and as little as it finds besides, so that for each of them other
/// tables are possible in which it is as small and as large as its rule asks for: a cheapest such
/// change is found by linear programming, and the open cells that it needs are hidden. Then every
/// cell that turns out not to be needed is opened again.
Suppression suppressed(const Cells& cells);

}  // namespace yokoten
