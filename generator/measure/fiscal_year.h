#pragma once

#include <optional>
#include <string_view>

#include "model/publication.h"

namespace yokoten {

/// The fiscal year that a cell of a column of fiscal years names: 2024, 2024年度, 令和6年度, R6.
/// 0 for none.
int fiscal_year_of(std::string_view cell);

/// The fiscal year in which the publication's as_of ends; empty where it has none.
std::optional<int> fiscal_year_now(const Publication& publication);

}  // namespace yokoten
