#pragma once

#include <vector>

#include "protect/cells.h"

namespace yokoten {

/// Hidden cells that the sums alone fix, by elimination modulo a large prime.
std::vector<int> given_away_by_elimination(const Cells& cells, const std::vector<char>& hidden);

/// Sensitive hidden cells whose bounds close in more than their rule allows when every sum bounds
/// each of its cells by the others, again and again.
std::vector<int> narrowed_by_bounds(const Cells& cells, const std::vector<char>& hidden);

}  // namespace yokoten
