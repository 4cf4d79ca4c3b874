#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// A cell of CSV: quoted where it must be; what a spreadsheet would run as a formula gets an
/// apostrophe before it.
std::string csv_cell(std::string_view text);

}  // namespace yokoten
