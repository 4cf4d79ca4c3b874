#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// The format of a file by its name: `.csv`, `.tsv`, `.xlsx`, `.ods`, `.json`. Nothing for other
/// names.
std::optional<TableFormat> format_of_name(std::string_view file);

/// Whether a file has no more bytes than a table may have, so that it can be read into memory;
/// otherwise a finding `table.limit`. True for one that can't be read.
bool fits_a_table(Disk& disk, const std::string& path, Findings& findings,
                  const TableLimits& limits = {});

/// Whether the form says nothing that the format has no use for; otherwise findings
/// `table.format`.
bool is_of_use(const TableForm& form, TableFormat format, const std::string& file,
               Findings& findings);

/// Whether a format has sheets.
bool is_spreadsheet(TableFormat format);

/// Reads a table in whatever format the form or the file's name says. What the form says and the
/// format has no use for is an error, never passed over. Findings `table.*`; empty when one of them
/// is an error.
std::optional<Table> read_table(std::string_view bytes, const std::string& file, Findings& findings,
                                const TableForm& form, const TableLimits& limits = {});

}  // namespace yokoten
