#pragma once

#include <string>
#include <vector>

#include "read/table_grid.h"

namespace yokoten {

/// What can be said of a row by itself.
struct RowShape {
  int row = 0;
  int own = 0;                 // filled cells that repeat no other
  int figures = 0;             // of them that are numbers
  int symbols = 0;             // of them that stand where a number would: －, x, …
  bool years = false;          // the numbers are years or months: 2024, 202404
  int first = 0, last = 0;     // filled columns
  std::string text;            // of the first
  bool begins_itself = false;  // its first filled cell is no copy of a merge
  bool is_note = false, is_unit = false;
  bool is_title = false;  // a title with the unit at the right: 第３表 …, （単位：人）
  bool is_distinct = false;  // all filled cells are its own, and differ
  bool is_of_area = false;   // begins with an area or a total, below a row of headings
  bool has_gap = false;      // one of the symbols is not in the first filled column
  std::vector<char> filled;  // by column from 1

  bool is_single() const { return own == 1; }
  bool is_data() const { return own >= 2 && figures > 0 && (!years || is_of_area); }
  /// A row of the table whose figures are all missing, where it stands among rows of figures.
  bool is_gap() const { return (has_gap || is_of_area) && figures == 0; }
  bool may_be_heading() const {
    return own >= 2 && (figures == 0 || years) && !has_gap && !is_note && !is_of_area;
  }
};

RowShape shape_of(const GridRow& row);

/// A text above the headings; its label where that has a cell of its own before it: 表題：.
struct TitleLine {
  std::string label, text;
};
TitleLine title_line(const GridRow& row);

}  // namespace yokoten
