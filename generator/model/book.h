#pragma once

#include <string>
#include <vector>

#include "model/finding.h"

namespace yokoten {

enum class BookCellKind { text, number, date, time, truth, error };

/// A cell of a workbook that holds something. `text` is what it shows to a program: a number as its
/// shortest decimal, a date as 2024-09-13 (2024-09 where no day is shown), a truth as TRUE or
/// FALSE.
struct BookCell {
  int row = 0, column = 0;  ///< from 1
  BookCellKind kind = BookCellKind::text;
  std::string text;
  bool formula = false;  ///< `text` is the result that was saved
  bool covered = false;  ///< filled from the first cell of a merge
  bool hidden = false;   ///< its row or column is
};

struct BookSheet {
  std::string name;
  bool hidden = false;
  std::vector<BookCell> cells;  ///< row by row, from left to right
  Findings findings;            ///< what its reader had to say; places name the sheet
};

/// A workbook as rooms that know no file format see it.
struct CellBook {
  std::string file;
  std::vector<BookSheet> sheets;

  /// The sheet of this name, or nullptr.
  const BookSheet* sheet(std::string_view name) const {
    for (const BookSheet& each : sheets)
      if (each.name == name) return &each;
    return nullptr;
  }
};

}  // namespace yokoten
