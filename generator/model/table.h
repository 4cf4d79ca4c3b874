#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/cell_rows.h"

namespace yokoten {

/// Where a table stands in its file, from 1: the last row of its headings and its first column.
struct TableOrigin {
  int header_row = 1, first_column = 1;
  /// Of the file, where they are not the table's in their order; 0: the file has no such column.
  std::vector<int> columns;
};

/// How many cells there are of a kind, and the row of the file where they begin.
struct CellCount {
  int count = 0, first_row = 0;
};

/// A row below the headings that the form leaves out though it holds numbers; its cells are those
/// of the columns.
struct LeftOutRow {
  int file_row = 0;
  std::vector<std::string> cells;
};

/// A cell above the headings that speaks of a unit.
struct UnitAbove {
  std::string text;
  Place place;
};

/// A table as it was read: text cells that keep their place. Rows and columns count from 0 here;
/// place() gives the file's row (from 1, with the header) and the cell's number in it (from 1).
class Table {
 public:
  Table() = default;
  Table(std::string file, std::vector<std::string> header, TableOrigin origin = {});

  /// The same headings and origin, and no rows.
  Table without_rows() const;

  /// Appends a row that stands in line `file_row` of the file; short rows are filled with "".
  void add_row(const std::vector<std::string_view>& cells, int file_row);
  /// The same of a row that stands for many of the file, of which `file_row` is the first.
  void add_group(const std::vector<std::string_view>& cells, int file_row, int rows);
  /// Appends the rows of a table of the same columns, which begin behind `lines` of the file.
  void append(const Table& rows, int lines);
  /// Frees what only adding rows needs: all have come.
  void settle() { cells_.settle(); }
  /// Appends a column; it is empty in the rows so far.
  void add_column(std::string heading) { header_.push_back(std::move(heading)); }
  /// Says that the cells of these rows and this column of the file only repeat another one: merged.
  void cover(int file_column, int first_file_row, int last_file_row);
  /// Whether the cell only repeats another one, and nothing was put in its place.
  bool is_covered(int row, int column) const;
  /// How many cells of a column of the file hold a number that its spreadsheet keeps as a text.
  void set_text_numbers(int file_column, CellCount counted) {
    text_numbers_[file_column] = counted;
  }
  CellCount text_numbers(int column) const;
  /// Says that blanks stand around a heading in the file.
  void set_spaced_heading(int column) { spaced_headings_.insert(column); }
  bool has_spaced_heading(int column) const { return spaced_headings_.contains(column); }
  /// Says that another table begins in this row of the file, which is not read.
  void add_other_table(int file_row) { other_tables_.push_back(file_row); }
  const std::vector<int>& other_tables() const { return other_tables_; }
  /// Says that a cell above the headings speaks of a unit: （単位：千人）.
  void add_unit_above(UnitAbove unit) { units_above_.push_back(std::move(unit)); }
  const std::vector<UnitAbove>& units_above() const { return units_above_; }
  void add_left_out(LeftOutRow row) { left_out_.push_back(std::move(row)); }
  const std::vector<LeftOutRow>& left_out() const { return left_out_; }
  /// Puts another text in place of a cell; the file stays as it is. Meant for few cells.
  void replace(int row, int column, std::string text);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& header() const { return header_; }
  int rows() const { return static_cast<int>(cells_.size()); }
  int columns() const { return static_cast<int>(header_.size()); }
  std::string_view cell(int row, int column) const;
  /// All cells of the row, for who goes through them: faster than one by one.
  void take(int row, std::vector<std::string_view>& into) const;
  /// False where `holds` is said of no cell of the column, which is much less work than to go
  /// through them; true where it may be. Whole numbers of digits alone are not asked.
  bool may_have(int column, const AskText& holds) const;
  /// The column with this heading, or nothing. Blanks around either are none of it.
  std::optional<int> column(std::string_view heading) const;
  int file_column(int column) const;
  Place place(int row, int column) const;
  Place heading_place(int column) const;
  /// The row that stands in this line of the file, or nothing. Rows are in the order of the file.
  std::optional<int> row_at(int file_row) const;
  int file_row(int row) const;
  /// How many rows of the file it stands for.
  int rows_behind(int row) const;
  /// Whether its rows were made by add_group().
  bool is_grouped() const { return !rows_behind_.empty(); }
  /// The memory that its cells take.
  std::size_t bytes() const { return cells_.bytes(); }

 private:
  std::string file_;
  std::vector<std::string> header_;
  TableOrigin origin_;
  CellRows cells_;
  /// Rows that stand one below the other, as far as the next of these.
  struct Run {
    int row = 0, file_row = 0;
  };
  std::deque<Run> runs_;  // no vector, which takes double while it grows
  /// Another text of a cell.
  struct Replaced {
    int row = 0, column = 0;
    std::string text;
  };
  std::vector<Replaced> replaced_;
  /// Rows of the file, both included.
  struct Covered {
    int first = 0, last = 0;
  };
  std::map<int, std::vector<Covered>> covered_;  // by column of the file; by their first rows
  std::vector<int> rows_behind_;                 // empty where each row is one
  std::map<int, CellCount> text_numbers_;        // by column of the file
  std::set<int> spaced_headings_;                // columns
  std::vector<int> other_tables_;                // where they begin in the file
  std::vector<UnitAbove> units_above_;
  std::vector<LeftOutRow> left_out_;
};

}  // namespace yokoten
