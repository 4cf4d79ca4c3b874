#pragma once

#include <vector>

#include "read/ods_cell.h"

namespace yokoten {

/// Puts the rows, columns and cells of an ODS table, which say how often they repeat, where they
/// belong in a sheet.
class OdsRows {
 public:
  OdsRows(SheetDraft& sheet, const WorkbookLimits& limits) : sheet_(sheet), limits_(limits) {}

  void add_column(int repeated, bool hidden);
  void start_row(int repeated, bool hidden);
  /// The row and column of the next cell, from 1.
  int row() const { return first_; }
  int column() const { return column_; }
  /// False when refused, as end_row().
  bool add_cell(const OdsRawCell& cell, const OdsText& text);
  bool end_row();

 private:
  struct Placed {
    CellRun run;
    int column, more;
  };
  bool span(const OdsRawCell& cell);
  bool add_rows(int first, int last);
  bool add_merges(int row);

  SheetDraft& sheet_;
  const WorkbookLimits& limits_;
  int sheet_column_ = 1;      // of the next table:table-column
  int first_ = 0, last_ = 0;  // rows of the row element
  int column_ = 1;
  std::vector<Placed> cells_;
  std::vector<CellRange> merges_;  // as in the first of the rows
};

}  // namespace yokoten
