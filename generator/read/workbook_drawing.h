#pragma once

#include <cstdint>

#include "read/workbook_sheet.h"

namespace yokoten {

/// What lies upon the cells of a sheet and is none.
enum class DrawingKind : std::uint8_t { chart, picture, text_box, shape, group, control };

/// Notes a drawing on a sheet (`sheet.drawing`); row and column are those of the cell where it
/// begins, 0 where that is unknown.
void say_drawing(SheetDraft& sheet, DrawingKind kind, int row, int column);

}  // namespace yokoten
