#pragma once

#include <string_view>

namespace yokoten {

/// Whether a cell holds one of the signs that stand in tables where a number would: －, ―, …, x,
/// ***, 秘, or the error of a spreadsheet. What it means, only the table's legend says.
bool is_symbol(std::string_view cell);

}  // namespace yokoten
