#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What a CSV file begins with where people open it in Excel, which takes it for CP932 otherwise.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A cell of CSV: quoted where it must be; what a spreadsheet would run as a formula gets an
/// apostrophe before it.
std::string csv_cell(std::string_view text);
/// Puts the same behind what is there.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace yokoten
