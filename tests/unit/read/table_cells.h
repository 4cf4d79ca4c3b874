#pragma once

#include <optional>
#include <string>

#include "model/table.h"

namespace yokoten {

/// The rows of a table as `2:[a][b]3:[c][d]`, with their numbers in the file; "" for none.
inline std::string cells_of(const std::optional<Table>& table) {
  std::string text;
  for (int row = 0; table && row < table->rows(); ++row) {
    text += std::to_string(table->file_row(row)) + ':';
    for (int column = 0; column < table->columns(); ++column)
      text += '[' + std::string(table->cell(row, column)) + ']';
  }
  return text;
}

}  // namespace yokoten
