#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "read/workbook_cells.h"

namespace yokoten {

/// What a spreadsheet file may have at most; more is refused (`table.limit`).
struct WorkbookLimits {
  std::size_t bytes = 256U << 20U;
  std::size_t decoded = 2048ULL << 20U;    ///< bytes of all parts together once unpacked
  std::size_t entries = 1'000;             ///< of the ZIP archive
  std::size_t expansion = 100;             ///< unpacked bytes for one packed byte of a part …
  std::size_t unquestioned = 100U << 10U;  ///< … once it has more unpacked bytes than these
  std::size_t depth = 128;                 ///< of XML elements inside each other
  std::size_t tag = 1U << 20U;             ///< bytes of one XML tag with its attributes
  std::size_t cell = 1U << 20U;            ///< bytes; more than CellRun::most_text can't be allowed
  std::size_t cells = 100'000'000;         ///< that hold something, of all sheets
  std::size_t shown = 2048ULL << 20U;  ///< bytes of all cells, equal and merged ones counted again
  std::size_t merges = 1'000'000;      ///< of all sheets
  std::size_t repeated = 500'000;      ///< cells and merges of ODS rows that repeat with merges
  std::size_t sheets = 1'000;
  int columns = 16'384;      ///< of a sheet
  int rows = 1'048'576;      ///< of a sheet
  int all_rows = 5'000'000;  ///< of all sheets
};

/// A cell as a reader of tables wants it. `text` lives as long as the sheet.
///
/// number: the shortest decimal that gives the stored number, as JavaScript writes it (1234.5; a
/// percentage stays 0.247 and has `percent`). date: `2024-09-13` or `2024-09-13T10:00:00`.
/// time: `10:30:00`, hours beyond 24 as they are. boolean: TRUE, FALSE. error: `#N/A`; empty for a
/// formula without a result. text: raised and struck-out parts set apart (run_marks.h).
struct SheetCell {
  int row = 0, column = 0;  ///< from 1, as the spreadsheet shows them
  CellKind kind = CellKind::empty;
  bool formula = false;
  bool ruby = false;         ///< had furigana, which `text` leaves out
  bool inline_text = false;  ///< XLSX: its text stands in the sheet, not among the shared ones
  bool percent = false;
  bool merged = false;  ///< filled from the first cell of the merge that it is part of
  bool hidden = false;  ///< its row or its column is
  std::string_view text;
};

/// A sheet. Cells without text are not kept.
class Sheet {
 public:
  explicit Sheet(SheetParts parts);

  const std::string& name() const { return parts_.name; }
  Visibility visibility() const { return parts_.visibility; }
  /// The last row and column in which a cell holds something of its own; 0 when none does.
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  /// Any cell; kind empty where nothing stands. Merged cells hold what the first one holds.
  SheetCell cell(int row, int column) const;
  /// Sets `cells` to those of a row that hold something, from left to right; merged ones as far as
  /// columns() and rows() reach.
  void cells_of(int row, std::vector<SheetCell>& cells) const;
  /// By their first row, then column; none overlap.
  const std::vector<CellRange>& merges() const { return parts_.merges.all(); }
  const std::vector<CellSpan>& hidden_rows() const { return parts_.hidden_rows; }
  const std::vector<CellSpan>& hidden_columns() const { return parts_.hidden_columns; }
  bool is_row_hidden(int row) const;
  bool is_column_hidden(int column) const;
  /// What is to be said about this sheet; who uses the sheet reports it. Notes: `sheet.hidden`,
  /// `sheet.merge`, `sheet.other`, `cell.ruby`. Warnings: `cell.error`, `cell.date`,
  /// `cell.format`, `cell.struck`, `cell.covered`, `cell.style`, `cell.character`, `sheet.stale`,
  /// `sheet.comment`.
  /// Errors: `cell.formula`, `cell.number`, `cell.string`, `cell.kind`.
  const Findings& findings() const { return parts_.findings; }

 private:
  const RowRun* run_of(int row) const;
  SheetCell own_cell(int row, int column) const;
  SheetCell shown(const CellRun& run, int row, int column) const;
  void add_own(int row, const std::vector<CellRange>& merges, std::vector<SheetCell>& cells) const;
  void add_merged(int row, const CellRange& merge, std::vector<SheetCell>& cells) const;

  SheetParts parts_;
  int rows_ = 0, columns_ = 0;
};

/// The sheets of a file, in its order, hidden ones too.
struct Workbook {
  std::string file;
  std::vector<Sheet> sheets;
  std::size_t decoded = 0;  ///< bytes of the parts that were unpacked

  /// The sheet of this name, or nullptr.
  const Sheet* sheet(std::string_view name) const;
};

/// Reads an Excel file (.xlsx, .xlsm; transitional or strict). `file` is for places. Findings that
/// concern the whole file go to `findings`, those of a sheet stay with it. Empty when the file
/// can't be read: `table.limit`, `workbook.format` (what it is instead), `workbook.encrypted`,
/// `workbook.zip`, `workbook.xml`, `workbook.part`, `sheet.order`, `sheet.merge`.
std::optional<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                                  Findings& findings, const WorkbookLimits& limits = {});

/// The same for an OpenDocument spreadsheet (.ods).
std::optional<Workbook> read_ods(std::string_view bytes, const std::string& file,
                                 Findings& findings, const WorkbookLimits& limits = {});

/// Reads an OpenDocument file where the name ends like one (.ods, .ots, .fods), otherwise an Excel
/// file.
std::optional<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                                      Findings& findings, const WorkbookLimits& limits = {});

}  // namespace yokoten
