#include "fold/book_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "fold/entry.h"
#include "model/report.h"

namespace yokoten {
namespace {

const std::string nothing;

std::string heading_text(const BookCell& cell) { return folded(cell.text); }

/// Reads one sheet by its form.
class TableReader {
 public:
  TableReader(const CellBook& book, const BookSheet& sheet, const BookForm& form,
              Findings& findings)
      : sheet_(sheet), form_(form), findings_(findings), file_(sheet_file(book, sheet.name)) {
    for (const BookCell& cell : sheet.cells)
      if (!trimmed_text(cell.text).empty() || cell.kind == BookCellKind::error)
        rows_[cell.row].push_back(&cell);
  }

  BookTable read() {
    BookTable table;
    table.present = true;
    table.place = {file_, 1, 1};
    report_sheet();
    if (form_.upright)
      read_upright(table);
    else
      read_rows(table);
    return table;
  }

 private:
  using Row = std::vector<const BookCell*>;

  static bool is_remark(const Row& row) { return row.front()->text.starts_with(remark); }
  Place place(const BookCell& cell) const { return {file_, cell.row, cell.column}; }
  void report_sheet();
  void report_cell(const BookCell& cell, const BookColumn& column);
  std::map<int, const BookColumn*> headings(const Row& row);
  std::vector<std::string> known_headings() const;
  void report_heading(const BookCell& cell);
  void check_columns(const std::map<int, const BookColumn*>& columns, int row);
  void read_rows(BookTable& table);
  void read_upright(BookTable& table);
  void add_cell(const BookCell& cell, const BookColumn& column, BookRow& row);
  void require(const BookColumn& column, const Place& place);
  void check_required(BookRow& row);

  const BookSheet& sheet_;
  const BookForm& form_;
  Findings& findings_;
  std::string file_;
  std::map<int, Row> rows_;
};

// What the reader of spreadsheets says of errors is said again, better, where the cell is read.
void TableReader::report_sheet() {
  for (const Finding& each : sheet_.findings)
    if (each.code != "cell.error" && each.code != "sheet.other") findings_.push_back(each);
  if (sheet_.hidden)
    report_warning(findings_, {file_, 0, 0}, "book.hidden",
                   {"シートが隠れています。それでも読みます。見えるようにしてください",
                    "the sheet is hidden; it is read all the same; show it"});
}

void TableReader::report_cell(const BookCell& cell, const BookColumn& column) {
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

std::vector<std::string> TableReader::known_headings() const {
  std::vector<std::string> known;
  for (const BookColumn& column : form_.columns) known.push_back(column.heading);
  return known;
}

void TableReader::report_heading(const BookCell& cell) {
  const char* what = form_.upright ? "項目" : "見出し";
  report_error(findings_, place(cell), "book.heading",
               with_nearest({fmt::format("「{}」という{}はこのシートにありません", cell.text, what),
                             fmt::format("this sheet has no {} {}",
                                         form_.upright ? "entry" : "heading", cell.text)},
                            cell.text, known_headings()));
}

std::map<int, const BookColumn*> TableReader::headings(const Row& row) {
  std::map<int, const BookColumn*> columns;
  std::set<std::string> seen;
  for (const BookCell* cell : row) {
    const BookColumn* column = form_.with_heading(heading_text(*cell));
    if (column == nullptr)
      for (const BookColumn& each : form_.columns)
        if (folded(each.heading) == heading_text(*cell)) column = &each;
    columns[cell->column] = column;
    if (column == nullptr)
      report_heading(*cell);
    else if (!seen.insert(column->key).second)
      report_error(findings_, place(*cell), "book.heading",
                   {fmt::format("「{}」の列が2つあります。1つにしてください", column->heading),
                    fmt::format("there are two columns {}; keep one", column->heading)});
  }
  return columns;
}

void TableReader::check_columns(const std::map<int, const BookColumn*>& columns, int row) {
  for (const BookColumn& column : form_.columns) {
    const bool there = std::any_of(columns.begin(), columns.end(),
                                   [&](const auto& each) { return each.second == &column; });
    if (column.required && !there)
      report_error(findings_, {file_, row, 1}, "book.heading",
                   {fmt::format("「{}」の列がありません", column.heading),
                    fmt::format("there is no column {}", column.heading)});
  }
}

void TableReader::add_cell(const BookCell& cell, const BookColumn& column, BookRow& row) {
  report_cell(cell, column);
  row.cells[column.key] = understood(cell, column, place(cell), findings_);
}

void TableReader::require(const BookColumn& column, const Place& place) {
  report_error(findings_, place, "book.missing",
               {fmt::format("「{}」を書いてください{}{}", column.heading,
                            column.note.empty() ? "" : "。", column.note),
                fmt::format("{} must be filled in", column.heading)});
}

void TableReader::check_required(BookRow& row) {
  for (auto& [key, cell] : row.cells) {
    const BookColumn& column = *cell.column;
    const bool blank =
        std::none_of(rows_[row.number].begin(), rows_[row.number].end(),
                     [&](const BookCell* each) { return each->column == cell.place.column; });
    if (column.required && blank) require(column, cell.place);
  }
}

void TableReader::read_rows(BookTable& table) {
  std::map<int, const BookColumn*> columns;
  bool has_headings = false;
  for (auto& [number, cells] : rows_) {
    if (is_remark(cells)) continue;
    if (!has_headings) {
      has_headings = true;
      columns = headings(cells);
      table.place = {file_, number, 1};
      check_columns(columns, number);
      continue;
    }
    BookRow row;
    row.number = number;
    for (const auto& [at, column] : columns)
      if (column != nullptr) row.cells[column->key] = {{file_, number, at}, column, {}, {}};
    bool any = false;
    for (const BookCell* cell : cells) {
      const auto column = columns.find(cell->column);
      any = any || (column != columns.end() && column->second != nullptr);
      if (column != columns.end() && column->second != nullptr)
        add_cell(*cell, *column->second, row);
      else if (column == columns.end())
        report_warning(
            findings_, place(*cell), "book.heading",
            {"見出しのない列なので読みません", "this column has no heading and is not read"});
    }
    if (!any) continue;
    check_required(row);
    table.rows.push_back(std::move(row));
  }
  if (!has_headings && form_.required)
    report_error(findings_, {file_, 1, 1}, "book.heading",
                 {"シートが空です。見出しの行が要ります", "the sheet is empty; it needs headings"});
}

// 項目 and 内容 side by side; what else stands in a row explains.
void TableReader::read_upright(BookTable& table) {
  BookRow row;
  int name_column = 1, value_column = 2, last = 1;
  for (auto& [number, cells] : rows_) {
    if (is_remark(cells)) continue;
    bool is_header = false;
    for (const BookCell* cell : cells) {
      if (heading_text(*cell) == "項目") name_column = cell->column, is_header = true;
      if (heading_text(*cell) == "内容") value_column = cell->column;
    }
    if (is_header) {
      table.place = {file_, number, 1};
      continue;
    }
    const BookCell *name = nullptr, *value = nullptr;
    for (const BookCell* cell : cells) {
      if (cell->column == name_column) name = cell;
      if (cell->column == value_column) value = cell;
    }
    last = number;
    if (name == nullptr) {
      if (value != nullptr)
        report_error(findings_, place(*value), "book.heading",
                     {"どの項目の内容か分かりません。左に項目を書いてください",
                      "this belongs to no entry; write its name on the left"});
      continue;
    }
    const BookColumn* column = form_.with_heading(heading_text(*name));
    if (column == nullptr) {
      report_heading(*name);
      continue;
    }
    if (row.cells.contains(column->key)) {
      report_error(findings_, place(*name), "book.heading",
                   {fmt::format("「{}」が2つあります。1つにしてください", column->heading),
                    fmt::format("there are two entries {}; keep one", column->heading)});
      continue;
    }
    row.cells[column->key] = {{file_, number, value_column}, column, {}, {}};
    if (value != nullptr)
      add_cell(*value, *column, row);
    else if (column->required)
      require(*column, {file_, number, value_column});
  }
  for (const BookColumn& column : form_.columns)
    if (column.required && !row.cells.contains(column.key))
      report_error(findings_, {file_, last, name_column}, "book.heading",
                   {fmt::format("項目「{}」がありません", column.heading),
                    fmt::format("there is no entry {}", column.heading)});
  row.number = table.place.row;
  table.rows.push_back(std::move(row));
}

// How many of the form's headings the sheet has in its first row of text.
bool looks_like(const BookSheet& sheet, const BookForm& form) {
  int first = 0;
  std::set<std::string> found;
  for (const BookCell& cell : sheet.cells) {
    if (form.upright ? cell.column > 1 : first != 0 && cell.row != first) continue;
    if (first == 0) first = cell.row;
    if (form.with_heading(heading_text(cell)) != nullptr) found.insert(heading_text(cell));
  }
  const auto needed = std::count_if(form.columns.begin(), form.columns.end(),
                                    [](const BookColumn& each) { return each.required; });
  return static_cast<std::ptrdiff_t>(found.size()) >= std::max<std::ptrdiff_t>(needed, 2);
}

std::vector<std::string> absent_forms(const CellBook& book) {
  std::vector<std::string> absent;
  for (const BookForm& form : book_forms())
    if (book.sheet(form.name) == nullptr) absent.push_back(form.name);
  return absent;
}

void report_unknown(const CellBook& book, const BookSheet& sheet, Findings& findings) {
  const Place place{sheet_file(book, sheet.name), 0, 0};
  const auto absent = absent_forms(book);
  for (const std::string& name : absent)
    if (looks_like(sheet, *form_of(name)))
      return report_error(
          findings, place, "book.sheet",
          {fmt::format(
               "「{}」のシートのようですが、名前が違います。シートの名前を「{}」に戻してください",
               name, name),
           fmt::format("this looks like the sheet {}; give it that name again", name)});
  report_warning(findings, place, "book.sheet",
                 with_nearest({"このシートは読みません（サイトには使いません）",
                               "this sheet is not read; nothing of it goes into the site"},
                              sheet.name, absent));
}

}  // namespace

const EntryCell* BookRow::find(const std::string& key) const {
  const auto found = cells.find(key);
  return found == cells.end() || found->second.text.empty() ? nullptr : &found->second;
}

const std::string& BookRow::text(const std::string& key) const {
  const EntryCell* cell = find(key);
  return cell == nullptr ? nothing : cell->text;
}

Place BookRow::place(const std::string& key) const {
  const auto found = cells.find(key);
  if (found != cells.end()) return found->second.place;
  Place first;
  for (const auto& [each, cell] : cells)
    if (first.column == 0 || cell.place.column < first.column) first = cell.place;
  return first;
}

const BookColumn* BookRow::column(const std::string& key) const {
  const auto found = cells.find(key);
  return found == cells.end() ? nullptr : found->second.column;
}

std::string sheet_file(const CellBook& book, const std::string& sheet) {
  return book.file + '#' + sheet;
}

std::map<std::string, BookTable> read_tables(const CellBook& book, Findings& findings) {
  std::map<std::string, BookTable> tables;
  for (const BookSheet& sheet : book.sheets) {
    const BookForm* form = form_of(sheet.name);
    if (form != nullptr)
      tables[form->name] = TableReader(book, sheet, *form, findings).read();
    else if (!is_unread_sheet(sheet.name))
      report_unknown(book, sheet, findings);
  }
  for (const BookForm& form : book_forms())
    if (form.required && !tables.contains(form.name))
      report_error(findings, {book.file, 0, 0}, "book.sheet",
                   {fmt::format("シート「{}」がありません", form.name),
                    fmt::format("there is no sheet {}", form.name)});
  return tables;
}

}  // namespace yokoten
