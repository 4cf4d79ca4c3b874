#pragma once

#include <string_view>

namespace yokoten {

/// The fiscal year that a cell of a column of fiscal years names: 2024, 2024年度, 令和6年度, R6.
/// 0 for none.
int fiscal_year_of(std::string_view cell);

}  // namespace yokoten
