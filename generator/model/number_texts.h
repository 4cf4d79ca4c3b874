#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace yokoten {

/// Whole numbers below this are texts of which there is one for all tables.
constexpr std::uint32_t end_of_number_texts = 100'000;

/// The number that is written so and in no other way.
inline std::optional<std::uint32_t> number_of_text(std::string_view text) {
  constexpr std::size_t most = 5;
  if (text.empty() || text.size() > most || (text[0] == '0' && text.size() > 1)) return {};
  std::uint32_t number = 0;
  for (const char letter : text) {
    const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(letter)) - '0';
    if (digit > 9) return {};
    number = 10 * number + digit;
  }
  return number;
}

/// For each of these numbers its text, filled up to five bytes, and the size of it. They last as
/// the program does.
const char* number_texts();

/// Of `texts`, which number_texts() gave.
inline std::string_view text_of_number(const char* texts, std::uint32_t number) {
  const char* const text = texts + 6 * std::size_t{number};
  return {text, static_cast<unsigned char>(text[5])};
}

}  // namespace yokoten
