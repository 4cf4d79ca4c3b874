#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pull/fault.h"

namespace yokoten {

/// Whether a file is a spreadsheet by its ending: it has no charset.
bool is_spreadsheet(std::string_view file);

/// A fault where there is nothing at all: no source is meant to be that.
std::optional<Fault> empty_fault(std::string_view bytes);

/// Why `bytes` can't be what was promised: by the ending of `file` (.csv, .tsv, .xlsx, .xlsm, .ods,
/// .json) and by `content_type` as the server said it. Empty when nothing speaks against it.
std::optional<Fault> content_fault(std::string_view file, const std::string& content_type,
                                   std::string_view bytes);

}  // namespace yokoten
