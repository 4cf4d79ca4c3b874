#pragma once

#include <string>
#include <string_view>

#include "command/commands.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// Prints a `[[source]]` entry for sources.toml on standard output: what the table shows is filled
/// in, what only people know (title, publisher, document, period) is left empty with a remark.
/// Returns the exit code.
int print_proposal(const Surroundings& surroundings, const std::string& file,
                   std::string_view bytes, const TableForm& form, const Table& table);

}  // namespace yokoten
