#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yokoten {

/// Of a cell in a message: the longest that anybody writes on purpose.
inline constexpr std::size_t most_of_cell = 200;  // bytes

/// At most the first bytes of a text, with `…` where more follow; what goes into a message.
std::string excerpt(std::string_view text, std::size_t most = 60);

}  // namespace yokoten
