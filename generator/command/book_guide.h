#pragma once

#include "command/book_formats.h"

namespace yokoten {

/// Adds the sheet はじめに: how to fill the workbook in.
void write_guide(lxw_workbook* book, BookFormats& formats);

}  // namespace yokoten
