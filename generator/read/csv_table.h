#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// Reads CSV by RFC 4180, or with tabs instead of commas where the form says tsv: lines ending with
/// LF, CRLF or CR, headings where the form has them. Blanks around unquoted cells are left out.
/// Rows without any text are skipped but counted, so that rows are those a spreadsheet shows.
/// `file` is for places. Findings `table.*`; empty when one of them is an error.
std::optional<Table> read_csv(std::string_view bytes, const std::string& file, Findings& findings,
                              const TableLimits& limits = {}, const TableForm& form = {});

}  // namespace yokoten
