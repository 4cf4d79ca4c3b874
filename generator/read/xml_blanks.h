#pragma once

#include <string_view>

namespace yokoten {

/// What XML takes for a blank.
inline constexpr std::string_view xml_blanks = " \t\r\n";

/// The text without those at its ends.
inline std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(xml_blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(xml_blanks) - first + 1);
}

}  // namespace yokoten
