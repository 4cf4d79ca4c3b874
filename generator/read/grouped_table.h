#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"
#include "model/table.h"
#include "read/source_list.h"
#include "read/table_form.h"

namespace yokoten {

/// A file of CSV or TSV whose rows are added up while it is read: `group` of its source.
struct GroupedFile {
  const std::string& path;  ///< for places
  const SourceText& text;
  /// Of `rows` what the table may have, which is as many groups. The bytes are those that the file
  /// may have where it isn't plain UTF-8 without faults, and so has to be held.
  TableLimits limits = {};
  int rows = 2'000'000'000;              ///< of the file
  std::size_t longest_row = 64U << 20U;  ///< bytes
  std::size_t piece = 1U << 20U;         ///< bytes that a thread takes at once
};

struct GroupedTable {
  std::optional<Table> table;       ///< a row a group, at the place of its first row
  std::vector<std::string> header;  ///< of the file
  std::string sha256;               ///< of the file; empty when it can't be read
};

/// Reads rows into groups, piece by piece and in several threads: memory goes by groups. What is
/// wrong with a file is told as read_csv() tells it; where something is, it is gone through once
/// more, row by row. Cells that are no figures are `cell.number`, totals of more than 18 digits
/// `sum.too_large`. No table where one of the findings is an error, or a heading isn't there.
GroupedTable read_grouped(const DiskFile& file, const GroupedFile& request, Findings& findings);

}  // namespace yokoten
