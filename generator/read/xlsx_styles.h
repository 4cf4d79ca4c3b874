#pragma once

#include <string>
#include <vector>

#include "read/number_format.h"
#include "read/zip_parts.h"

namespace yokoten {

/// The number format of every cell style (`s="3"` is the fourth). False when the part is refused.
bool read_xlsx_styles(ZipParts& parts, const std::string& part, std::vector<NumberFormat>& formats);

}  // namespace yokoten
