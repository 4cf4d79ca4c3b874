#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// What stands in one line of a table on a terminal.
using Cells = std::vector<std::string>;

/// Cells under each other, as wide as their letters are; the last one of a line keeps its length.
std::string aligned(const std::vector<Cells>& lines);

}  // namespace yokoten
