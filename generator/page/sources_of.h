#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// The sources that an indicator is measured from, in the order of sources.toml; for a share of
/// areas those of its condition, and the framework that its row stands in.
std::vector<int> sources_of(const Book& book, int indicator);

/// The publisher of a figure's source; of a share of areas that of the first source behind it.
std::string publisher_text(const Book& book, const Figure& figure);

}  // namespace yokoten
