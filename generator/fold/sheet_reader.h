#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "fold/book_rows.h"

namespace yokoten {

/// Reads one sheet by its form.
class SheetReader {
 public:
  SheetReader(const CellBook& book, const BookSheet& sheet, const BookForm& form,
              Findings& findings);

  BookTable read();

 private:
  using Row = std::vector<const BookCell*>;
  using Columns = std::map<int, const BookColumn*>;  // by place; nullptr for an unknown heading

  bool is_remark(const Row& row, const Columns& columns) const;
  Place place(const BookCell& cell) const { return {file_, cell.row, cell.column}; }
  void report_sheet();
  void report_cell(const BookCell& cell, const BookColumn& column);
  void report_heading(const BookCell& cell);
  void report_covered_heading(const BookCell& cell);
  void report_above(const BookCell& cell);
  bool is_new_hidden(const BookCell& cell);
  void report_twice(const BookCell& cell, const BookColumn& column);
  void add_cell(const BookCell& cell, const BookColumn& column, BookRow& row);
  /// Whether 詳しい設定 has the key: what no cell can hold as it is, such as a blank in front.
  static bool is_in_more(const BookRow& row, const BookColumn& column);
  void require(const BookColumn& column, const Place& place);

  // A heading a column, a row a thing.
  void read_rows(BookTable& table);
  Columns headings(const Row& row);
  void check_columns(const Columns& columns, int row);
  bool read_row(const Row& cells, const Columns& columns, BookRow& row);
  void check_required(const BookRow& row);

  // 項目 and 内容 side by side, a row an entry.
  void read_entries(BookTable& table);
  bool find_entry_columns(const Row& cells);
  void read_entry(const Row& cells, BookRow& row);
  void check_entries(const BookRow& row, int last_row);

  const BookSheet& sheet_;
  const BookForm& form_;
  Findings& findings_;
  std::string file_;
  std::map<int, Row> rows_;
  std::set<int> hidden_rows_, hidden_columns_;  // told already
  bool has_headings_ = false;
  int name_column_ = 1, value_column_ = 2;
};

}  // namespace yokoten
