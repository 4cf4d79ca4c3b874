#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// What the source prints as the figure's rate, and whether it comes out again:
/// 印字された24.1%と一致。 For a sum, the rate of the source's row of totals. Empty where none is
/// printed.
std::string printed_rate_text(const Book& book, const Figure& figure);

}  // namespace yokoten
