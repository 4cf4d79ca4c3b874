#pragma once

#include <string>
#include <vector>

#include "read/number_format.h"
#include "read/zip_parts.h"

namespace yokoten {

/// Of every cell style (`s="3"` is the fourth) what is read of it.
struct XlsxStyles {
  std::vector<NumberFormat> formats;
  std::vector<bool> struck;  ///< whether its font strikes text out
};

/// False when the part is refused.
bool read_xlsx_styles(ZipParts& parts, const std::string& part, XlsxStyles& styles);

}  // namespace yokoten
