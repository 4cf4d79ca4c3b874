#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/table.h"

namespace yokoten {

/// What a CSV file may have at most; more is refused.
struct TableLimits {
  std::size_t bytes = 256U << 20U;
  std::size_t cell = 1U << 20U;  ///< bytes
  int columns = 16'384;
  int rows = 5'000'000;  ///< records, with the header
};

/// Reads CSV by RFC 4180: UTF-8 with or without BOM, lines ending with LF, CRLF or CR, headings in
/// the first row. Blanks around unquoted cells are left out. Rows without any text are skipped but
/// counted, so that rows are those a spreadsheet shows. `file` is for places. Findings `table.*`;
/// empty when one of them is an error.
std::optional<Table> read_csv(std::string_view bytes, const std::string& file, Findings& findings,
                              const TableLimits& limits = {});

}  // namespace yokoten
