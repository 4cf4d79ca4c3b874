#pragma once

#include <optional>
#include <string>

#include "publish/data_sheets.h"

namespace yokoten {

/// The figures as a workbook: a sheet of figures whose numbers are numbers, and one of notes. The
/// same figures give the same bytes. Empty when it can't be made.
std::optional<std::string> data_xlsx(const Publication& publication, const DataSet& set,
                                     const DataSheets& sheets);

/// Whether data_xlsx() made these bytes from what says the same: then they need not be made again,
/// which would take longer than all else about a page.
bool is_made_from(const std::string& xlsx, const DataSheets& sheets);

}  // namespace yokoten
