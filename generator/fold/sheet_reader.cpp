#include "fold/sheet_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "fold/entry.h"
#include "model/report.h"

namespace yokoten {

SheetReader::SheetReader(const CellBook& book, const BookSheet& sheet, const BookForm& form,
                         Findings& findings)
    : sheet_(sheet), form_(form), findings_(findings), file_(sheet_file(book, sheet.name)) {
  for (const BookCell& cell : sheet.cells)
    if (!trimmed_text(cell.text).empty() || cell.kind == BookCellKind::error)
      rows_[cell.row].push_back(&cell);
}

BookTable SheetReader::read() {
  BookTable table;
  table.present = true;
  table.place = {file_, 1, 1};
  report_sheet();
  if (form_.upright)
    read_entries(table);
  else
    read_rows(table);
  return table;
}

// What the reader of spreadsheets says of errors is said again, better, where the cell is read.
void SheetReader::report_sheet() {
  for (const Finding& each : sheet_.findings)
    if (each.code != "cell.error" && each.code != "sheet.other") findings_.push_back(each);
  if (sheet_.hidden)
    report_warning(findings_, {file_, 0, 0}, "book.hidden",
                   {"シートが隠れています。それでも読みます。見えるようにしてください",
                    "the sheet is hidden; it is read all the same; show it"});
}

void SheetReader::report_cell(const BookCell& cell, const BookColumn& column) {
  if (cell.covered)
    report_warning(
        findings_, place(cell), "book.merge",
        {fmt::format("結合したセルなので「{}」と読みました。結合を解いて、セルごとに書いてください",
                     cell.text.substr(0, cell.text.find('\n'))),
         "part of a merged cell, read as the first cell of it; unmerge and write each"});
  if (cell.hidden)
    report_warning(findings_, place(cell), "book.hidden",
                   {"隠れた行か列にあります。それでも読みます。見えるようにしてください",
                    "this stands in a hidden row or column; it is read all the same; show it"});
  if (cell.formula)
    add_finding(findings_, Level::note, place(cell), "book.formula",
                {"数式です。保存された計算結果を読みます", "a formula; its saved result is read"});
  if (column.entry == Entry::id && cell.kind == BookCellKind::date)
    report_warning(
        findings_, place(cell), "book.number",
        {fmt::format("番号が日付（{}）になっています。セルの表示形式を「文字列」にしてください",
                     cell.text),
         fmt::format("an id became the date {}; format the cell as text", cell.text)});
}

void SheetReader::report_heading(const BookCell& cell) {
  std::vector<std::string> known;
  for (const BookColumn& column : form_.columns) known.push_back(column.heading);
  report_error(findings_, place(cell), "book.heading",
               with_nearest({fmt::format("「{}」という{}はこのシートにありません", cell.text,
                                         form_.upright ? "項目" : "見出し"),
                             fmt::format("this sheet has no {} {}",
                                         form_.upright ? "entry" : "heading", cell.text)},
                            cell.text, known));
}

void SheetReader::report_twice(const BookCell& cell, const BookColumn& column) {
  report_error(findings_, place(cell), "book.heading",
               {fmt::format("「{}」が2つあります。1つにしてください", column.heading),
                fmt::format("{} stands here twice; keep one", column.heading)});
}

void SheetReader::add_cell(const BookCell& cell, const BookColumn& column, BookRow& row) {
  report_cell(cell, column);
  row.cells[column.key] = understood(cell, column, place(cell), findings_);
}

void SheetReader::require(const BookColumn& column, const Place& place) {
  report_error(findings_, place, "book.missing",
               {fmt::format("「{}」を書いてください{}{}", column.heading,
                            column.note.empty() ? "" : "。", column.note),
                fmt::format("{} must be filled in", column.heading)});
}

}  // namespace yokoten
