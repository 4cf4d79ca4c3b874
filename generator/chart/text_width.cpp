#include "chart/text_width.h"

#include <array>
#include <cstdint>

namespace yokoten {
namespace {

// Advances of U+0020…U+007E in thousandths of an em (Noto Sans CJK JP, regular).
constexpr std::array<std::int16_t, 95> kAscii = {
    224, 324, 474, 555, 555, 921, 686, 279, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 645, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 558, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 276, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};

struct Letter {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  std::uint32_t code = first & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes && at + i < text.size(); ++i)
    code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  return {code, bytes};
}

int advance(std::uint32_t code) {
  if (code >= 0x20 && code < 0x7F) return kAscii[code - 0x20];
  if (code < 0x20 || code == 0x2060 || code == 0x200B) return 0;
  if (code >= 0xFF61 && code <= 0xFF9F) return 500;
  return code >= 0x1100 ? 1000 : 600;
}

}  // namespace

double text_width(std::string_view text, double size) {
  int thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    thousandths += advance(letter.code);
    at += letter.bytes;
  }
  return thousandths * size / 1000;
}

}  // namespace yokoten
