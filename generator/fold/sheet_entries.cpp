#include <fmt/format.h>

#include "base/text.h"
#include "fold/sheet_reader.h"
#include "model/report.h"

namespace yokoten {

// Whether the row names the columns, which the first one may.
bool SheetReader::find_entry_columns(const Row& cells) {
  if (has_headings_) return false;
  for (const BookCell* cell : cells) {
    const std::string text = folded(cell->text);
    if (text == "項目") name_column_ = cell->column, has_headings_ = true;
    if (text == "内容") value_column_ = cell->column;
  }
  return has_headings_;
}

void SheetReader::read_entry(const Row& cells, BookRow& row) {
  const BookCell *name = nullptr, *value = nullptr;
  for (const BookCell* cell : cells) {
    if (cell->column == name_column_) name = cell;
    if (cell->column == value_column_) value = cell;
  }
  if (name == nullptr && value != nullptr)
    report_error(findings_, place(*value), "book.heading",
                 {"どの項目の内容か分かりません。左に項目を書いてください",
                  "this belongs to no entry; write its name on the left"});
  if (name == nullptr) return;
  const BookColumn* column = form_.with_heading(name->text);
  if (column == nullptr) return report_heading(*name);
  if (row.cells.contains(column->key)) return report_twice(*name, *column);
  const Place here{file_, name->row, value_column_};
  row.cells[column->key] = {here, column, {}, {}};
  if (value != nullptr) add_cell(*value, *column, row);
}

void SheetReader::check_entries(const BookRow& row, int last_row) {
  for (const auto& [key, cell] : row.cells)
    if (cell.column->required && cell.text.empty() && !cell.wrong && !is_in_more(row, *cell.column))
      require(*cell.column, cell.place);
  for (const BookColumn& column : form_.columns)
    if (column.required && !row.cells.contains(column.key))
      report_error(findings_, {file_, last_row, name_column_}, "book.heading",
                   {fmt::format("項目「{}」がありません", column.heading),
                    fmt::format("there is no entry {}", column.heading)});
}

// What else stands in a row explains.
void SheetReader::read_entries(BookTable& table) {
  BookRow row;
  int last = 1;
  for (const auto& [number, cells] : rows_) {
    if (is_remark(cells, {})) continue;
    last = number;
    if (find_entry_columns(cells))
      table.place = {file_, number, 1};
    else
      read_entry(cells, row);
  }
  check_entries(row, last);
  row.number = table.place.row;
  table.rows.push_back(std::move(row));
}

}  // namespace yokoten
