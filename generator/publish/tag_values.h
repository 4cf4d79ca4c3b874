#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace yokoten {

/// What an attribute is to have in place of its value, both as text without escapes.
using ValueOf = std::function<std::string(std::string_view name, const std::string& value)>;

/// HTML or SVG with the values of attributes replaced; all else, and each value that stays the
/// same, keeps its bytes. Remarks and the contents of scripts, styles and text fields are not
/// looked into.
std::string with_values(std::string_view text, const ValueOf& value_of);

}  // namespace yokoten
