#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "read/table_form.h"

namespace yokoten {

/// A cell before anything is known of the table; a copy repeats the first cell of its merge.
struct GridCell {
  std::string text;
  bool is_copy = false;
};

/// A row in which something stands, with its number in the file.
struct GridRow {
  int row = 0;
  std::vector<GridCell> cells;
};

/// The rows of a file, titles and notes too. Of a long file only its first and its last ones.
struct TableGrid {
  static constexpr std::size_t first_rows = 200, last_rows = 50;
  std::vector<GridRow> rows;
};

/// The rows of CSV, TSV, SDMX-CSV or a sheet as `form` says, whatever its header, skip and range
/// say. Empty for other formats and where the file can't be read, which read_table() then reports.
std::optional<TableGrid> read_grid(std::string_view bytes, const std::string& file,
                                   const TableForm& form, const TableLimits& limits = {});

}  // namespace yokoten
