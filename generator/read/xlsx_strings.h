#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/zip_parts.h"

namespace yokoten {

/// The texts that the cells of an XLSX file share; they stand in the draft's text.
struct XlsxStrings {
  struct One {
    std::uint32_t text = 0;  ///< where it begins
    std::uint32_t size : 30 = 0;
    std::uint32_t struck : 1 = 0;  ///< some of it is struck out
    std::uint32_t ruby : 1 = 0;
  };
  std::vector<One> all;
  bool read = false;  ///< whether the file has such a part
};

/// False when the part is refused; the draft then says why.
bool read_xlsx_strings(ZipParts& parts, const std::string& part, WorkbookDraft& draft,
                       XlsxStrings& strings);

}  // namespace yokoten
