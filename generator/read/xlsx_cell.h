#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/workbook_sheet.h"
#include "read/xlsx_strings.h"
#include "read/xlsx_styles.h"
#include "read/xlsx_text.h"

namespace yokoten {

/// What the cells of a workbook refer to.
struct XlsxShared {
  XlsxStrings strings;
  XlsxStyles styles;
  bool since_1904 = false;
};

/// A cell as its XML says, before anything is looked up.
struct XlsxRawCell {
  int row = 0, column = 0;
  std::string type;  ///< `t`; empty for a number
  std::string style;
  std::string value;                                              ///< `<v>`
  bool has_value = false, has_formula = false, has_text = false;  ///< `<v>`, `<f>`, `<is>`
};

/// Turns raw cells into those of a sheet.
class XlsxCells {
 public:
  XlsxCells(SheetDraft& sheet, const XlsxShared& shared) : sheet_(sheet), shared_(shared) {}

  /// Adds a cell; `text` is that of its `<is>`, where it has one. False when the file is refused.
  bool add(const XlsxRawCell& cell, const XlsxText& text);

 private:
  CellRun run_of(const XlsxRawCell& cell, const XlsxText& text);
  CellRun kept(CellKind kind, std::string_view text);
  CellRun shared_text(const XlsxRawCell& cell);
  CellRun number(const XlsxRawCell& cell);
  CellRun plain_number(const XlsxRawCell& cell, double number, const NumberFormat& format);
  CellRun date(const XlsxRawCell& cell);
  CellRun formatted(const XlsxRawCell& cell, double number, NumberForm form);
  CellRun boolean(const XlsxRawCell& cell);
  CellRun error(const XlsxRawCell& cell);
  CellRun escaped_text(std::string_view text);
  CellRun wrong(const XlsxRawCell& cell, std::string_view code, const Message& message);
  const NumberFormat& format_of(const XlsxRawCell& cell);
  bool has_struck_style(const XlsxRawCell& cell) const;
  bool has_struck_text(const XlsxRawCell& cell, const XlsxText& text) const;

  SheetDraft& sheet_;
  const XlsxShared& shared_;
};

}  // namespace yokoten
