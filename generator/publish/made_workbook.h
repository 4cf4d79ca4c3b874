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

}  // namespace yokoten
