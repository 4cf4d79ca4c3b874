#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "fold/sheet_reader.h"
#include "model/report.h"

namespace yokoten {

// ※ in the form's first column, or on the left but for texts, which may begin so.
bool SheetReader::is_remark(const Row& row, const Columns& columns) const {
  for (const BookCell* cell : row) {
    if (!cell->text.starts_with(remark)) continue;
    const auto found = columns.find(cell->column);
    const BookColumn* column = found == columns.end() ? nullptr : found->second;
    const bool text =
        column != nullptr && (column->entry == Entry::body || column->entry == Entry::text);
    if (column == &form_.columns.front() || (cell == row.front() && !text)) return true;
  }
  return false;
}

SheetReader::Columns SheetReader::headings(const Row& row) {
  Columns columns;
  std::set<std::string> seen;
  for (const BookCell* cell : row) {
    const bool own = cell->text.starts_with(remark);
    const BookColumn* column = own || cell->covered ? nullptr : form_.with_heading(cell->text);
    columns[cell->column] = column;
    if (own) continue;
    if (cell->covered)
      report_covered_heading(*cell);
    else if (column == nullptr)
      report_heading(*cell);
    else if (!seen.insert(column->key).second)
      report_twice(*cell, *column);
  }
  return columns;
}

void SheetReader::check_columns(const Columns& columns, int row) {
  for (const BookColumn& column : form_.columns) {
    const bool there = std::any_of(columns.begin(), columns.end(),
                                   [&](const auto& each) { return each.second == &column; });
    if (column.required && !there)
      report_error(findings_, {file_, row, 1}, "book.heading",
                   {fmt::format("「{}」の列がありません", column.heading),
                    fmt::format("there is no column {}", column.heading)});
  }
}

// False where nothing stands below any heading.
bool SheetReader::read_row(const Row& cells, const Columns& columns, BookRow& row) {
  bool any = false;
  for (const auto& [at, column] : columns)
    if (column != nullptr) row.cells[column->key] = {{file_, row.number, at}, column, {}, {}};
  for (const BookCell* cell : cells) {
    const auto column = columns.find(cell->column);
    if (column == columns.end()) {
      report_warning(
          findings_, place(*cell), "book.heading",
          {"見出しのない列なので読みません", "this column has no heading and is not read"});
    } else if (column->second != nullptr) {
      any = true;
      add_cell(*cell, *column->second, row);
    }
  }
  return any;
}

void SheetReader::check_required(const BookRow& row) {
  const Row& cells = rows_[row.number];
  for (const auto& [key, cell] : row.cells) {
    const int at = cell.place.column;
    const bool blank = std::none_of(cells.begin(), cells.end(),
                                    [&](const BookCell* each) { return each->column == at; });
    if (cell.column->required && blank && !is_in_more(row, *cell.column))
      require(*cell.column, cell.place);
  }
}

void SheetReader::read_rows(BookTable& table) {
  Columns columns;
  const int heading_row = heading_row_of(sheet_, form_);
  for (const auto& [number, cells] : rows_) {
    if (is_remark(cells, columns)) continue;
    if (number < heading_row) {
      report_above(*cells.front());
      continue;
    }
    if (!has_headings_) {
      has_headings_ = true;
      columns = headings(cells);
      table.place = {file_, number, 1};
      check_columns(columns, number);
      continue;
    }
    BookRow row;
    row.number = number;
    if (!read_row(cells, columns, row)) continue;
    check_required(row);
    table.rows.push_back(std::move(row));
  }
  if (!has_headings_ && form_.required)
    report_error(findings_, {file_, 1, 1}, "book.heading",
                 {"シートが空です。見出しの行が要ります", "the sheet is empty; it needs headings"});
}

}  // namespace yokoten
