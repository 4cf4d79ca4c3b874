#include "model/number_texts.h"

#include <array>
#include <cstring>
#include <memory>

namespace yokoten {
namespace {

constexpr std::size_t kMostDigits = 5, kStride = kMostDigits + 1;
using NumberTexts = std::array<char, kStride * end_of_number_texts>;

// All but the last digit of a number are those of another one.
std::unique_ptr<NumberTexts> made_number_texts() {
  auto texts = std::make_unique<NumberTexts>();
  for (std::uint32_t number = 0; number < end_of_number_texts; ++number) {
    char* const to = texts->data() + kStride * number;
    if (number >= 10) std::memcpy(to, texts->data() + kStride * (number / 10), kStride);
    to[static_cast<unsigned char>(to[kMostDigits])] = static_cast<char>('0' + number % 10);
    ++to[kMostDigits];
  }
  return texts;
}

}  // namespace

const char* number_texts() {
  static const std::unique_ptr<const NumberTexts> texts = made_number_texts();
  return texts->data();
}

}  // namespace yokoten
