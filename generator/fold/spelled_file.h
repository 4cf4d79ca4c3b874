#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fold/book_rows.h"

namespace yokoten {

/// The cell that a piece of a file was written from.
struct BookOrigin {
  Place cell;
  std::string heading;  ///< of its column; empty where it stands for the whole row
  int line = 0;         ///< of the text in the cell, from 1; 0 where it has one
};

/// A file that is written from cells, and remembers which.
class SpelledFile {
 public:
  /// Appends text that comes from a cell.
  SpelledFile& put(std::string_view text, const BookOrigin& origin);
  /// Appends text of several lines that stands in a cell as it is.
  SpelledFile& put_lines(std::string_view text, const BookOrigin& origin);
  /// Appends text that no cell has; it belongs to what was last put.
  SpelledFile& put(std::string_view text);

  const std::string& text() const { return text_; }
  /// The cell of a line and character (from 1), or of what stands before it; of the first one for
  /// row 0. Empty when there is none.
  const BookOrigin* at(int row, int column) const;

 private:
  void advance(std::string_view text);

  std::string text_;
  int row_ = 1, column_ = 1;
  std::map<std::pair<int, int>, BookOrigin> origins_;  // by line and character
};

BookOrigin origin_of(const EntryCell& cell);

}  // namespace yokoten
