#pragma once

#include <string_view>

namespace yokoten {

/// Whether a name is one that editors and desktops make for themselves: `.x.swp`, `.#x`, `x~`,
/// `#x#`, `~$x`, `4913`, `.DS_Store`, `._x`.
bool is_editors_own(std::string_view name);

/// Whether that is true of one of the names in a path.
bool lies_in_editors_own(std::string_view path);

}  // namespace yokoten
