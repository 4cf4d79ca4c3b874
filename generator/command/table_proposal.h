#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/commands.h"
#include "model/area.h"
#include "model/table.h"
#include "read/grid_shape.h"
#include "read/table_form.h"

namespace yokoten {

/// A table with what it was read from.
struct ReadTable {
  const std::string& file;
  std::string_view bytes;
  const TableForm& form;
  const Table& table;
  const std::vector<TitleLine>& titles;  ///< texts above the headings
};

/// Prints a `[[source]]` entry for sources.toml on standard output: what the table shows is filled
/// in, what only people know (title, publisher, document, period) is left empty with a remark.
/// Columns that are left out, and rows that no key can say, are named in remarks in `language`.
/// Returns the exit code.
int print_proposal(Language language, const Areas& areas, const ReadTable& read);

}  // namespace yokoten
