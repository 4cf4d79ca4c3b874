#pragma once

#include <string_view>

#include "base/place.h"

namespace yokoten::chart {

/// Whether a link leads to a place: relative, `http:`, `https:` or `mailto:`. Any other scheme
/// could be a program (`javascript:`) or a page of its own (`data:`).
bool is_safe_link(std::string_view link);
Message unsafe_link();

}  // namespace yokoten::chart
