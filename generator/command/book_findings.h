#pragma once

#include "command/book_formats.h"
#include "model/book.h"

namespace yokoten {

/// 誤り, 注意 or 参考.
const char* level_word(Level level, Language language);

/// Writes the list of findings, errors first, with links to the cells.
void write_findings(lxw_worksheet* page, BookFormats& formats, const CellBook& book,
                    const Findings& findings, Language language);

}  // namespace yokoten
