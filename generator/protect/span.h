#pragma once

#include <vector>

namespace yokoten {

/// Whether a class can be computed from the sums: `users` holds, by class, the positions of the
/// sums that it is a part of.
bool is_in_span(const std::vector<std::vector<int>>& users, int wanted);

}  // namespace yokoten
