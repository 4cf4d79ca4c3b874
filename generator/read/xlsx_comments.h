#pragma once

#include "read/workbook_sheet.h"
#include "read/xlsx_links.h"
#include "read/zip_parts.h"

namespace yokoten {

/// Notes that cells of a sheet, whose links these are, have comments. False when their part is
/// refused; the draft then says why.
bool note_xlsx_comments(ZipParts& parts, const XlsxLinks& links, SheetDraft& sheet);

}  // namespace yokoten
