#pragma once

#include <string>

#include "read/workbook_sheet.h"
#include "read/zip_parts.h"

namespace yokoten {

/// What the part of a worksheet names beside its cells, by the ids of its links; empty for none.
struct XlsxSheetLinks {
  std::string drawing;
  std::string old_drawing;  ///< VML: comments, which are no drawings, and old controls
};

/// Notes the drawings of a sheet and its comments. False when one of their parts is refused;
/// the draft then says why. A part that is named but missing holds nothing.
bool say_xlsx_drawings(ZipParts& parts, const std::string& sheet_part, const XlsxSheetLinks& ids,
                       WorkbookDraft& draft, SheetDraft& sheet);

}  // namespace yokoten
