#pragma once

#include <cstddef>
#include <vector>

namespace yokoten {

/// Sums over groups of units (offices): each group lists its units, ascending. Which of them must
/// not go out, so that no linear combination of the others is about fewer than `fewest` units,
/// whoever knows who belongs to which group. Groups smaller than that are among them; then the
/// smallest that takes part in what would still tell. `fewest` 3 is exact. Above it groups are
/// hidden below the threshold, and combinations are looked at that are about one unit or two.
/// `costs`: of two that would do, the one that costs less is hidden; the size decides where they
/// are equal, or empty.
std::vector<char> hidden_groups(const std::vector<std::vector<int>>& groups, std::size_t fewest,
                                const std::vector<int>& costs = {});

}  // namespace yokoten
