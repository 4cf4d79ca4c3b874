#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// Makes a Table of the rows of a file: finds the headings, leaves out what is not of the table and
/// says which rows do not fit. Several rows of headings are joined with ／; above the last of them
/// an empty cell stands for the one to its left, as merged cells leave it. A first column without a
/// heading is called （見出しなし）.
class TableBuilder {
 public:
  using Cells = std::vector<std::string_view>;

  /// `form` must outlive this. Of `limits` only what a table has once read.
  TableBuilder(const std::string& file, const TableForm& form, const TableLimits& limits,
               Findings& findings);

  /// A row with text in it; rows come in their order.
  void take(const Cells& cells, int row);

  /// The same of a spreadsheet, whose rows have no end: empty cells behind the headings are none.
  void take_endless(const Cells& cells, int row);

  /// From here on rows go there, and only the headings are made into a table.
  void hand_on_to(std::function<void(const Cells& cells, int row)> take) {
    hand_on_ = std::move(take);
  }
  /// The table so far, from its headings on; nullptr before them.
  const Table* begun() const { return table_ ? &*table_ : nullptr; }
  bool has_failed() const { return failed_; }

  /// The table; empty when one of the findings is an error.
  std::optional<Table> made();

 private:
  using Headings = std::vector<std::string>;

  bool left_out(int row) const;
  void cut(const Cells& cells);
  bool is_header(int row) const;
  void take_header(int row);
  void begin();
  void begin_without_header();
  Headings headings() const;
  void name_corner(Headings& headings);
  void check(const Headings& headings);
  void check_separator(const std::string& heading);
  void add(const Cells& cells, int row);
  void report_width(std::size_t cells, int row);
  void report_more_widths();
  void error(Place place, std::string code, Message message);

  std::string file_;
  const TableForm& form_;
  TableLimits limits_;
  Findings& findings_;
  std::function<void(const Cells& cells, int row)> hand_on_;
  bool plain_;  // every row and cell is of the table
  int first_column_;
  std::vector<std::vector<std::string>> header_rows_;
  std::optional<Table> table_;
  Cells cut_, padded_;
  bool endless_ = false;
  int wrong_widths_ = 0;
  bool failed_ = false;
  bool full_ = false;
};

}  // namespace yokoten
