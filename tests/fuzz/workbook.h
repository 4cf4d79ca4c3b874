#pragma once

#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/workbook.h"

namespace yokoten::fuzz {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// Small limits, so that a run ends soon and hits them often.
inline WorkbookLimits small_limits() {
  WorkbookLimits limits;
  limits.decoded = 1U << 20U;
  limits.cell = 4096;
  limits.cells = 20'000;
  limits.shown = 1U << 20U;
  limits.merges = 1000;
  limits.repeated = 2000;
  limits.all_rows = 20'000;
  return limits;
}

/// A ZIP archive of these parts, not packed; "" when libzip refuses.
inline std::string stored(const Parts& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  std::string bytes;
  if (zip_close(archive) == 0 && zip_source_open(target) == 0) {
    zip_source_seek(target, 0, SEEK_END);
    bytes.resize(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_cell(const SheetCell& cell, int row, int column) {
  require(cell.row == row && cell.column > column);
  require(!first_invalid_utf8(cell.text));
  require(cell.kind != CellKind::empty && (!cell.text.empty() || cell.kind == CellKind::error));
}

/// Aborts where a sheet contradicts itself.
inline void check_sheet(const Sheet& sheet) {
  std::vector<SheetCell> cells;
  for (int row = 1; row <= sheet.rows(); ++row) {
    sheet.cells_of(row, cells);
    int column = 0;
    for (const SheetCell& cell : cells) {
      check_cell(cell, row, column);
      column = cell.column;
      require(column <= sheet.columns() && sheet.cell(row, column).text == cell.text);
    }
  }
}

/// Aborts where a reading contradicts itself: nothing without a finding, no cell that is no text.
inline void check_reading(const std::optional<Workbook>& workbook, const Findings& findings) {
  require(workbook.has_value() != blocks(findings));
  if (!workbook) return;
  for (const Sheet& sheet : workbook->sheets) check_sheet(sheet);
}

}  // namespace yokoten::fuzz
