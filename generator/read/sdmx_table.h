#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// Reads SDMX-CSV 1.0 and 2.0: CSV whose first heading is DATAFLOW or STRUCTURE and which has
/// OBS_VALUE. Where headings and cells are `ID: Name` (labels=both), the id keeps the heading and
/// the name gets a column of its own behind it, `ID_label`.
std::optional<Table> read_sdmx_table(std::string_view bytes, const std::string& file,
                                     Findings& findings, const TableLimits& limits,
                                     const TableForm& form);

}  // namespace yokoten
