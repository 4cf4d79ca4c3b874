#pragma once

#include <xlsxwriter.h>

#include <functional>
#include <optional>
#include <string>

namespace yokoten {

/// What a workbook says of itself, and how it is made.
struct WorkbookForm {
  std::string title, author, comments;
  std::string date;         ///< `2024-12-31`, the day it counts as made on; empty: 1970-01-01
  bool row_by_row = false;  ///< cells come in the order of rows: takes less memory and time
};

/// The bytes of the workbook that `fill` fills; the same fill gives the same bytes. Empty when it
/// can't be made. libxlsxwriter of Debian 12 writes to files only, so it goes through one that is
/// removed at once.
std::optional<std::string> made_workbook(const std::function<void(lxw_workbook*)>& fill,
                                         const WorkbookForm& form = {});

/// A text as a workbook can hold it: without controls other than tab and line feed, and without
/// U+FFFE and U+FFFF, which the library writes as they are. The text given stays where it is.
class SheetText {
 public:
  explicit SheetText(const std::string& text);
  const char* c_str() const { return clean_ ? clean_->c_str() : text_->c_str(); }

 private:
  const std::string* text_;
  std::optional<std::string> clean_;
};

}  // namespace yokoten
