#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "read/table_file.h"

namespace yokoten::fuzz {

/// Limits that a small input can reach.
inline TableLimits few() {
  TableLimits limits;
  limits.cell = 256;
  limits.columns = 64;
  limits.rows = 512;
  limits.depth = 16;
  return limits;
}

/// What holds of every reading: a table or an error that says why there is none, cells that can be
/// reached, and no letters that are not UTF-8.
inline void check(const std::optional<Table>& table, const Findings& findings) {
  if (!table && !blocks(findings)) std::abort();
  for (const Finding& finding : findings)
    if (finding.message.en.empty() || finding.message.ja.empty() || finding.code.empty())
      std::abort();
  if (!table) return;
  for (int row = 0; row < table->rows(); ++row)
    for (int column = 0; column < table->columns(); ++column)
      if (first_invalid_utf8(table->cell(row, column)) || table->place(row, column).row < 1)
        std::abort();
}

}  // namespace yokoten::fuzz
