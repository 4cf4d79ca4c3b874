#pragma once

#include <string>
#include <vector>

#include "read/table_grid.h"

namespace yokoten {

/// What can be said of a row by itself.
struct RowShape {
  int row = 0;
  int own = 0;      // filled cells that repeat no other
  int figures = 0;  // of them that are numbers
  bool years = false;
  int first = 0, last = 0;  // filled columns
  std::string text;         // of the first
  bool is_note = false, is_unit = false;
  std::vector<char> filled;  // by column from 1

  bool is_single() const { return own == 1; }
  bool is_data() const { return own >= 2 && figures > 0 && !years; }
  bool may_be_heading() const { return own >= 2 && (figures == 0 || years) && !is_note; }
};

RowShape shape_of(const GridRow& row);

}  // namespace yokoten
