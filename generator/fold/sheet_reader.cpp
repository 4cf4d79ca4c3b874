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
  static const std::set<std::string> said_elsewhere = {"cell.error", "sheet.other", "sheet.hidden",
                                                       "sheet.comment"};
  for (const Finding& each : sheet_.findings) {
    if (said_elsewhere.contains(each.code)) continue;
    findings_.push_back(each);
    if (each.place.row > 0) findings_.back().place.file = file_;
  }
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
  if (cell.hidden && is_new_hidden(cell))
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

// Said once a hidden row, and once a hidden column.
bool SheetReader::is_new_hidden(const BookCell& cell) {
  const Row& row = rows_[cell.row];
  const bool whole_row =
      std::all_of(row.begin(), row.end(), [](const BookCell* each) { return each->hidden; });
  return whole_row ? hidden_rows_.insert(cell.row).second
                   : hidden_columns_.insert(cell.column).second;
}

void SheetReader::report_covered_heading(const BookCell& cell) {
  report_error(findings_, place(cell), "book.heading",
               {"見出しのセルが左と結合されています。結合を解いて、この列の見出しを書いてください",
                "this heading is merged with the cell on its left; unmerge it and write the "
                "heading of this column"});
}

void SheetReader::report_above(const BookCell& cell) {
  report_warning(findings_, place(cell), "book.heading",
                 {"見出しより上の行なので読みません。※で始めれば、この指摘は出ません",
                  "this row stands above the headings and is not read; begin it with ※ and this "
                  "is not said"});
}

void SheetReader::report_heading(const BookCell& cell) {
  std::vector<std::string> known;
  for (const BookColumn& column : form_.columns) known.push_back(column.heading);
  report_error(
      findings_, place(cell), "book.heading",
      with_nearest({fmt::format("「{}」という{}はこのシートにありません。自分の覚えなら、※で始"
                                "めれば読みません",
                                cell.text, form_.upright ? "項目" : "見出し"),
                    fmt::format("this sheet has no {} {}; begin a note of your own with ※",
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

bool SheetReader::is_in_more(const BookRow& row, const BookColumn& column) {
  const std::string key = column.key.substr(0, column.key.find('.'));
  const std::string lines = '\n' + row.text("*more");
  return lines.find('\n' + key + ':') != std::string::npos ||
         lines.find('\n' + key + " =") != std::string::npos;
}

void SheetReader::require(const BookColumn& column, const Place& place) {
  report_error(findings_, place, "book.missing",
               {fmt::format("「{}」を書いてください{}{}", column.heading,
                            column.note.empty() ? "" : "。", column.note),
                fmt::format("{} must be filled in", column.heading)});
}

}  // namespace yokoten
