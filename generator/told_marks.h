#pragma once

#include <cstdint>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// Numbers of what findings say to a page about each area (concerns()); the nation's of all.
std::vector<std::uint64_t> finding_marks(const Book& book);

/// The number of what releases say otherwise than those before them.
std::uint64_t release_mark(const ReleaseHistory& history);

}  // namespace yokoten
