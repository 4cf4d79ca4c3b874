#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yokoten::chart {

/// 0xrrggbb of a CSS colour's name in small letters.
std::optional<std::uint32_t> named_colour(std::string_view name);

}  // namespace yokoten::chart
