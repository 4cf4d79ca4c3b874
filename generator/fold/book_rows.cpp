#include "fold/book_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "fold/sheet_reader.h"
#include "model/report.h"

namespace yokoten {
namespace {

const std::string no_text;

// How many of the form's headings the sheet has in its first row of text.
bool looks_like(const BookSheet& sheet, const BookForm& form) {
  int first = 0;
  std::set<std::string> found;
  for (const BookCell& cell : sheet.cells) {
    if (form.upright ? cell.column > 1 : first != 0 && cell.row != first) continue;
    if (first == 0) first = cell.row;
    if (const BookColumn* column = form.with_heading(cell.text)) found.insert(column->key);
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
  return cell == nullptr ? no_text : cell->text;
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
      tables[form->name] = SheetReader(book, sheet, *form, findings).read();
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
