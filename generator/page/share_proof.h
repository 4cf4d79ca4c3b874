#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// How many areas were found to meet the condition of a share of areas, and what proves a bound:
/// those with a figure of their own, and what is left of prefectures. Plain text.
std::string share_proof(const Book& book, const Figure& figure);

}  // namespace yokoten
