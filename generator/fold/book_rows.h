#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fold/form.h"
#include "model/book.h"

namespace yokoten {

/// A cell of a form: what was understood of it. `text` is empty where nothing stands. What is wrong
/// was reported, and is kept as it stands: a reader refuses it at the same cell, instead of taking
/// the value that it would have without.
struct EntryCell {
  Place place;  ///< FILE#SHEET, row, column
  const BookColumn* column = nullptr;
  std::string text;                ///< as the file says it: 7650000, 2025-11-12, true, a code …
  std::vector<std::string> items;  ///< of lines and ids
  bool wrong = false;
};

/// A row in which something stands (of an upright form all of its rows).
class BookRow {
 public:
  int number = 0;
  std::map<std::string, EntryCell> cells;  ///< by key, blank ones too

  /// The cell, or nullptr where it is blank or wrong.
  const EntryCell* find(const std::string& key) const;
  const std::string& text(const std::string& key) const;
  /// Where the cell is, blank or not; the first cell of the row where it has no such column.
  Place place(const std::string& key) const;
  const BookColumn* column(const std::string& key) const;
};

struct BookTable {
  bool present = false;
  Place place;  ///< of its headings
  std::vector<BookRow> rows;
};

/// The sheets of a book by name, each as its form says. Findings: `book.sheet` (unknown or
/// missing), `book.heading` (unknown, twice or missing), `book.missing` (a cell that must not be
/// empty), `book.entry` (no number, date, time, word … where one belongs), `book.error`,
/// `book.merge`, `book.number` (a code that lost its zeros, an id that became a number),
/// `book.width` (full-width letters, which are read), `book.hidden`, `book.formula`; and what the
/// reader says of the sheets.
std::map<std::string, BookTable> read_tables(const CellBook& book, Findings& findings);

/// FILE#SHEET
std::string sheet_file(const CellBook& book, const std::string& sheet);

}  // namespace yokoten
