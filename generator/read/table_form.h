#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "read/encoding.h"

namespace yokoten {

/// What a table file may have at most; more is refused.
struct TableLimits {
  std::size_t bytes = 256U << 20U;
  std::size_t cell = 1U << 20U;  ///< bytes
  int columns = 16'384;
  int rows = 5'000'000;               ///< records, with the headings
  int depth = 64;                     ///< of JSON
  std::int64_t cells = 500'000'000;   ///< rows times columns, empty ones too
  std::size_t table = 1'024U << 20U;  ///< bytes of a table once read; more than 2 GiB can't be
};

enum class TableFormat { csv, tsv, xlsx, ods, json, estat, sdmx_csv };

/// The words that `format` takes: csv, tsv, xlsx, ods, json, estat, sdmx-csv.
std::optional<TableFormat> format_named(std::string_view word);
std::string_view name_of(TableFormat format);
const std::vector<std::string>& format_words();

/// Rows of a file, from 1, both included.
struct RowSpan {
  int first = 1, last = 1;
};

/// Cells of a file, from 1, both included; a last row or column of 0 is the file's own.
struct TableRange {
  int first_row = 1, first_column = 1, last_row = 0, last_column = 0;
};

/// How a table stands in its file, as far as that was said.
struct TableForm {
  std::optional<TableFormat> format;  ///< empty: by the file's name
  std::optional<Encoding> encoding;   ///< empty: detected
  std::vector<int> header = {1};      ///< rows of the headings, ascending
  std::vector<RowSpan> skip;          ///< rows that are not read, such as notes under the table
  std::optional<TableRange> range;    ///< the cells that are the table
  std::string sheet;                  ///< xlsx, ods: its name; empty: the one that is visible
  std::string rows_at;                ///< json: the pointer of the rows, such as /result/records
};

/// Reads `5`, `40-45` or `50-` (to the end); several are set apart by commas. Nothing for others.
std::optional<std::vector<RowSpan>> row_spans(std::string_view text);
/// Reads `A3:F50`, `A3:F` (all rows from 3) or `A3` (all from there). Nothing for others.
std::optional<TableRange> table_range(std::string_view text);

/// What two keys of a form say against each other.
struct FormConflict {
  const char* key;  ///< the one that is to be mended
  Message message;
};
/// Headings that are outside of the range or among the rows that are not read; or nothing.
std::optional<FormConflict> conflict_of(const TableForm& form);

/// The form in words, the same for forms that read alike.
std::string to_words(const TableForm& form);

}  // namespace yokoten
