#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What a file of this name is to browsers: `text/html; charset=utf-8`.
std::string media_type(std::string_view path);

}  // namespace yokoten
