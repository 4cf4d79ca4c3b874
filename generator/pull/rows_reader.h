#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pull/csv_row.h"

namespace yokoten {

/// Where an error message of ClickHouse begins in `text`; npos where there is none.
std::size_t exception_at(std::string_view text);

/// Turns what ClickHouse answers (TabSeparatedWithNamesAndTypes) into CSV while it comes. That
/// format says every type, tells NULL from texts and keeps numbers of any length and texts of any
/// bytes; it has no mark at its end, so that the server is asked to say how it went before the
/// first row, and each row is looked at.
class RowsReader {
 public:
  enum class State {
    fine,
    broken,    ///< rows that don't fit the headings or their types
    refused,   ///< a message of the server stands in place of a row
    too_many,  ///< rows
  };

  RowsReader(std::string null_text, std::int64_t most_rows)
      : null_text_(std::move(null_text)), most_rows_(most_rows) {}

  /// Takes the next bytes, and appends the rows that end in them to `out`.
  State add(std::string_view bytes, std::string& out);
  /// Whether all of an answer came: broken when a line has no end, or without headings.
  State finish() const;

  const std::vector<std::string>& columns() const { return columns_; }  ///< `month Date`
  std::int64_t rows() const { return rows_; }
  /// What the server said in place of a row.
  const std::string& refusal() const { return refusal_; }

 private:
  State take_line(std::string_view line, std::string& out);
  State take_row(std::string_view line, std::string& out);
  bool take_cell(std::string_view cell, ColumnShape shape, std::string& out);
  State take_types(std::string_view line);

  std::string null_text_;
  std::int64_t most_rows_;
  std::string rest_;  // of a line that has not ended
  std::string refusal_;
  std::vector<std::string> names_, columns_;
  std::vector<ColumnShape> shapes_;
  std::int64_t lines_ = 0, rows_ = 0;
};

}  // namespace yokoten
