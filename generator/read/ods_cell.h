#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/ods_text.h"
#include "read/workbook_sheet.h"

namespace yokoten {

/// A cell of an ODS file as its attributes say.
struct OdsRawCell {
  int row = 0, column = 0;
  std::string type;                  ///< office:value-type; empty when there is none
  std::optional<std::string> value;  ///< of the attribute that belongs to the type
  bool has_formula = false, is_error = false;
  bool is_struck = false;  ///< its style strikes out all of it
  int repeated = 1, columns_spanned = 1, rows_spanned = 1;
};

/// What the cell holds, its text put behind what stands in the sheet's text. Findings about it go
/// to `sheet`.
CellRun ods_cell_run(const OdsRawCell& cell, const OdsText& text, SheetDraft& sheet);

/// The attribute that holds the value of cells of this type: `value`, `date-value`, …; empty for an
/// unknown type.
std::string_view ods_value_attribute(std::string_view type);

}  // namespace yokoten
