#pragma once

#include <string>

#include "read/xlsx_cell.h"
#include "read/xlsx_drawings.h"
#include "read/zip_parts.h"

namespace yokoten {

/// Reads the part of a worksheet into `sheet`, and the ids of its drawings into `links`. False when
/// it is refused; the draft then says why.
bool read_xlsx_sheet(ZipParts& parts, const std::string& part, const XlsxShared& shared,
                     const WorkbookLimits& limits, SheetDraft& sheet, XlsxSheetLinks& links);

}  // namespace yokoten
