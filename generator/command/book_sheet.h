#pragma once

#include <map>
#include <string>
#include <vector>

#include "command/book_formats.h"
#include "model/book.h"

namespace yokoten {

/// Writes one sheet with its cells where they are.
class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* page, BookFormats& formats, const BookSheet& sheet, Language language);

  /// Findings that stand at a cell; before write().
  void annotate(int row, int column, const std::vector<const Finding*>& findings);
  /// `lists` are the words that the sheet 選択肢 offers, in its columns.
  void write(const std::map<std::string, std::vector<std::string>>& lists);

 private:
  struct Said {
    Level level = Level::note;
    std::string text;
  };

  void find_headings();
  void write_cell(const BookCell& cell);
  void write_blank(int row, int column);
  BookLook look_of(int row, int column) const;
  BookLook look_of_other(int row, int column) const;
  const BookColumn* column_at(int row, int column) const;
  void set_columns();
  void set_rows();
  void set_print();
  int width_at(int column) const;
  void add_validations(const std::map<std::string, std::vector<std::string>>& lists);
  void add_validation(const BookColumn& column, int first_row, int last_row, int at,
                      const std::map<std::string, std::vector<std::string>>& lists);
  void add_notes();

  lxw_worksheet* page_;
  BookFormats& formats_;
  const BookSheet& sheet_;
  const BookForm* form_;
  Language language_;
  int heading_row_ = 0, last_row_ = 0, name_column_ = 1, value_column_ = 2;
  std::map<int, const BookColumn*> columns_;  // by column; of upright forms by row
  std::map<int, bool> remarks_;               // rows that only explain
  std::map<std::pair<int, int>, Said> said_;
};

}  // namespace yokoten
