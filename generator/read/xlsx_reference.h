#pragma once

#include <optional>
#include <string_view>

#include "read/workbook_merges.h"

namespace yokoten {

/// A cell's row and column from 1.
struct CellAddress {
  int row = 0, column = 0;
};

/// `AB12`; empty for anything else, and beyond 9,999,999 rows or the column ZZZ.
std::optional<CellAddress> cell_address(std::string_view text);

/// `A1:B2` or `A1`; empty for anything else and when the second lies before the first.
std::optional<CellRange> cell_range(std::string_view text);

/// A whole number from 1 to 9,999,999.
std::optional<int> parse_ordinal(std::string_view text);

}  // namespace yokoten
