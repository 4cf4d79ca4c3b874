#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "workbook_files.h"

namespace yokoten {

/// Whether nothing was read and one finding says why, with this beginning.
inline bool is_refused(const Reading& reading, std::string_view beginning) {
  INFO(reading.said());
  CHECK(reading.said().substr(0, beginning.size()) == beginning);
  return !reading.workbook && reading.findings.size() == 1;
}

inline Reading with_rows(const std::string& rows, const WorkbookLimits& limits = {}) {
  Xlsx xlsx;
  xlsx.sheet_data = rows;
  return read_of(xlsx, limits);
}

}  // namespace yokoten
