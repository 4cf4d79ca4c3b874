#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// Makes a Table of the rows of a file: finds the headings, leaves out what is not of the table and
/// says which rows do not fit. Several rows of headings are joined with ／; above the last of them
/// an empty cell stands for the one to its left, as merged cells leave it. Blanks around a heading
/// are none of it. A first column without a heading is called （見出しなし）.
class TableBuilder {
 public:
  using Cells = std::vector<std::string_view>;

  /// `form` must outlive this. Of `limits` only what a table has once read.
  TableBuilder(const std::string& file, const TableForm& form, const TableLimits& limits,
               Findings& findings);

  /// Goes on below the headings of another one, which must have begun: for rows whose place in the
  /// file is not known yet.
  TableBuilder(const TableBuilder& begun, Findings& findings);

  /// Says in which rows of headings cells are merged: an empty one there is none of a merge, and
  /// does not stand for the one to its left.
  void set_merged_headings(std::set<int> rows) { merged_headings_ = std::move(rows); }

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
  /// Takes over the rows of one that goes on below these, behind so many lines of the file. False
  /// where there is something to tell of them: then all has to be read in turn.
  bool take_over(const TableBuilder& other, int lines);

  /// The table; empty when one of the findings is an error.
  std::optional<Table> made();

 private:
  using Headings = std::vector<std::string>;

  /// A row of headings, and whether an empty cell of it stands for the one to its left.
  struct HeaderRow {
    Headings cells;
    bool carries = true;
  };

  bool left_out(int row) const;
  void look_for_table(const Cells& cells, int row);
  void look_for_unit(const Cells& cells, int row);
  void keep_left_out(const Cells& cells, int row);
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
  std::vector<HeaderRow> header_rows_;
  std::set<int> merged_headings_;  // rows of the file
  std::set<int> spaced_headings_;  // columns of the table
  std::vector<UnitAbove> units_above_;
  std::optional<Table> table_;
  Cells cut_, padded_;
  bool endless_ = false;
  int wrong_widths_ = 0;
  int words_above_ = 0;    // the last row that is not read and has nothing but words
  int numbers_below_ = 0;  // rows with a number right below it
  bool failed_ = false;
  bool full_ = false;
};

}  // namespace yokoten
