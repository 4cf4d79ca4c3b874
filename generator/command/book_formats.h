#pragma once

#include <xlsxwriter.h>

#include <map>
#include <optional>

#include "fold/form.h"
#include "model/finding.h"

namespace yokoten {

/// How a cell of a workbook looks.
enum class BookLook {
  required_heading,
  heading,
  aside,           ///< explains
  entry,           ///< an optional cell to fill in
  required_entry,  ///< one that must be filled in
  fixed,           ///< names of the entries of an upright form
  plain,           ///< of other sheets
  title,
  guide
};

/// The formats of one workbook, each made once.
class BookFormats {
 public:
  explicit BookFormats(lxw_workbook* book) : book_(book) {}

  /// `number` is a spreadsheet's number format ("@" for text); `level` colours the cell.
  lxw_format* format(BookLook look, const std::string& number = "",
                     std::optional<Level> level = {});
  lxw_format* link();

 private:
  lxw_workbook* book_;
  std::map<std::tuple<BookLook, std::string, int>, lxw_format*> made_;
};

/// The number format of a column's cells.
std::string number_format(const BookColumn& column);

}  // namespace yokoten
