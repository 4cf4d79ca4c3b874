#pragma once

#include <csv.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/table_form.h"

namespace yokoten {

/// Splits CSV into records and hands them on one by one.
class CsvRecords {
 public:
  enum class Stop { none, quote, cell, columns, rows };
  using Take = std::function<void(const std::vector<std::string_view>& cells, int row)>;

  CsvRecords(const TableLimits& limits, char delimiter, Take take)
      : limits_(limits), delimiter_(delimiter), take_(std::move(take)) {}

  /// Why the reading ended before the end of `bytes`; row() and column() then say where.
  Stop run(std::string_view bytes);
  /// The same as far as the middle of a record; row() and column() then say where that is.
  Stop run_part(std::string_view bytes);
  /// The record and the cell that come next, from 1.
  int row() const { return records_ + 1; }
  int column() const { return columns_ + 1; }

  void add_cell(std::string_view text);
  void end_record(int terminator);

 private:
  void feed(csv_parser& parser, std::string_view bytes);
  void split_plain(std::string_view bytes);
  void add_plain(std::string_view text);
  void end_plain(int terminator);
  bool fits(std::string_view text);
  bool ends_a_pair(int terminator);
  void hand_on();

  TableLimits limits_;
  char delimiter_;
  Take take_;
  Stop stop_ = Stop::none;
  int records_ = 0, columns_ = 0;
  int last_terminator_ = 0;
  std::string text_;               // of the record so far
  std::vector<std::size_t> ends_;  // where each of its cells ends
  std::vector<std::string_view> cells_;
  bool has_text_ = false;  // one of cells_, where they stand in the bytes themselves
};

}  // namespace yokoten
