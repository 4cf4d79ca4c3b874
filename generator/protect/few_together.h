#pragma once

#include <cstddef>

#include "protect/cube_cells.h"

namespace yokoten {

/// Parts of a sum that are hidden since few units stand behind each: what the open ones leave of
/// the whole is what those few have together, and each of two knows what the other one has. Where
/// they are fewer than the rule asks for together too, that is a cell of its own under the rule.
/// Looks at the first `sums` relations; what an earlier release has told already is counted there.
void add_few_together(CubeCells& cells, std::size_t sums);

}  // namespace yokoten
