#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "model/book.h"

namespace yokoten {

/// Whether the path names a publication that is a workbook: .xlsx, .xlsm or .ods.
bool is_book_path(const std::string& path);

/// The cells of a workbook; empty with findings (those of read_workbook(), or `book.missing`) where
/// it can't be read.
std::optional<CellBook> read_book_cells(Disk& disk, const std::string& path, Findings& findings);

}  // namespace yokoten
