#include "command/book_cells.h"

#include "base/text.h"
#include "model/report.h"
#include "read/sheet_table.h"
#include "read/workbook.h"

namespace yokoten {
namespace {

BookCellKind kind_of(const SheetCell& cell) {
  switch (cell.kind) {
    case CellKind::number:
      return cell.percent ? BookCellKind::text : BookCellKind::number;
    case CellKind::date:
      return BookCellKind::date;
    case CellKind::time:
      return BookCellKind::time;
    case CellKind::boolean:
      return BookCellKind::truth;
    case CellKind::error:
      return BookCellKind::error;
    default:
      return BookCellKind::text;
  }
}

BookSheet cells_of(const Sheet& sheet) {
  BookSheet made{sheet.name(), sheet.visibility() != Visibility::visible, {}, sheet.findings()};
  std::vector<SheetCell> cells;
  for (int row = 1; row <= sheet.rows(); ++row) {
    sheet.cells_of(row, cells);
    for (const SheetCell& cell : cells) {
      const bool hidden = cell.hidden && !made.hidden;
      std::string text = cell.percent ? text_in_table(cell) : std::string(cell.text);
      // A formula without a result says no error word.
      if (cell.kind == CellKind::error && text.empty()) text = "?";
      made.cells.push_back({cell.row, cell.column, kind_of(cell), std::move(text), cell.formula,
                            cell.merged, hidden});
    }
  }
  return made;
}

}  // namespace

bool is_book_path(const std::string& path) {
  const std::string name = lower_ascii(path);
  for (const char* ending : {".xlsx", ".xlsm", ".ods"})
    if (name.ends_with(ending)) return true;
  return false;
}

std::optional<CellBook> read_book_cells(Disk& disk, const std::string& path, Findings& findings) {
  const auto bytes = disk.read(path);
  if (!bytes) {
    report_error(findings, {path, 0, 0}, "book.missing",
                 {"エクセルのファイルがありません", "the workbook is not there"});
    return std::nullopt;
  }
  const auto workbook = read_workbook(*bytes, path, findings);
  if (!workbook) return std::nullopt;
  CellBook book{path, {}};
  for (const Sheet& sheet : workbook->sheets) book.sheets.push_back(cells_of(sheet));
  return book;
}

}  // namespace yokoten
