#pragma once

#include <string>
#include <string_view>

#include "base/excerpt.h"
#include "base/place.h"
#include "read/workbook_cells.h"

namespace yokoten {

/// `B7:C9`.
std::string range_name(const CellRange& range);
/// `3–5`, or `3` for one row.
std::string rows_name(const CellSpan& rows);
/// `C–E`, or `C` for one column.
std::string columns_name(const CellSpan& columns);

/// A character that shows that another was lost: U+FFFD, or one for private use (gaiji); empty for
/// none. `text` is UTF-8.
std::string_view lost_character(std::string_view text);
/// `U+E000` for a character of three bytes.
std::string code_point(std::string_view letter);

}  // namespace yokoten
