#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// `bytes` with U+FFFD for each byte that is no part of UTF-8: names of files may hold any bytes.
std::string well_formed(std::string_view bytes);

}  // namespace yokoten
