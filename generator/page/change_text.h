#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// The unit of a mean before or after: a change of percentages is in points.
std::string side_unit(const Indicator& indicator);

/// What a figure of kind `outcome` says, as the end of a sentence:
/// 平均0.9日増えました（8.5日→9.4日）. Empty for other kinds, and where there is no figure.
std::string change_text(const Book& book, const Figure& figure);

}  // namespace yokoten
