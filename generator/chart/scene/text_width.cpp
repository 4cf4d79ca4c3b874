#include <array>
#include <cstdint>
#include <vector>

#include "chart/scene/bounds.h"

namespace yokoten::chart {
namespace {

// Advances of U+0020…U+007E in thousandths of an em (Noto Sans CJK JP, regular).
constexpr std::array<std::int16_t, 95> kAscii = {
    224, 324, 474, 555, 555, 921, 686, 279, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 645, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 558, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 276, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};

constexpr double kBolder = 1.05;

struct Letter {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0xC0) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  std::uint32_t code = first & (0xFFu >> (bytes + 1));
  std::size_t read = 1;
  for (; read < bytes && at + read < text.size(); ++read)
    code = code << 6 | (static_cast<unsigned char>(text[at + read]) & 0x3Fu);
  return {code, read};
}

int advance(std::uint32_t code) {
  if (code >= 0x20 && code < 0x7F) return kAscii[code - 0x20];
  if (code < 0x20 || code == 0x2060 || code == 0x200B) return 0;
  if (code >= 0xFF61 && code <= 0xFF9F) return 500;
  return code >= 0x1100 ? 1000 : 600;
}

/// What JavaScript's trim() takes away.
bool is_space(std::uint32_t code) {
  return code == 0x20 || (code >= 0x09 && code <= 0x0D) || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

std::size_t start_of_last_letter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const Letter letter = letter_at(text, 0);
    if (!is_space(letter.code)) break;
    text.remove_prefix(letter.bytes);
  }
  while (!text.empty()) {
    const std::size_t last = start_of_last_letter(text);
    if (!is_space(letter_at(text, last).code)) break;
    text = text.substr(0, last);
  }
  return text;
}

int thousandths(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    sum += advance(letter.code);
    at += letter.bytes;
  }
  return sum;
}

double in_px(const Font& font, int sum) {
  return font.size * (sum / 1000.0) * (font.bold() ? kBolder : 1);
}

/// Widths, in thousandths, of the text cut after each UTF-16 unit (blanks at its end left out),
/// and where each of these cuts is in UTF-8: what Vega searches for the place of an ellipsis.
struct Cuts {
  std::vector<int> widths{0};
  std::vector<std::size_t> bytes{0};

  explicit Cuts(std::string_view text) {
    int sum = 0, solid = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Letter letter = letter_at(text, at);
      sum += advance(letter.code);
      if (!is_space(letter.code)) solid = sum;
      widths.push_back(solid);
      bytes.push_back(letter.code > 0xFFFF ? at : at + letter.bytes);
      at += letter.bytes;
      if (letter.code <= 0xFFFF) continue;
      widths.push_back(solid);
      bytes.push_back(at);
    }
  }
};

}  // namespace

double text_width(const Font& font, std::string_view text) {
  return in_px(font, thousandths(trimmed(text)));
}

std::string limited_text(const Font& font, std::string_view text, double limit) {
  text = trimmed(text);
  if (!(limit > 0) || text.empty()) return std::string(text);
  if (text_width(font, text) < limit) return std::string(text);
  const Cuts cuts(text);
  const double room = limit - in_px(font, advance(0x2026));
  std::size_t low = 0, high = cuts.widths.size() - 1;
  while (low < high) {
    const std::size_t middle = 1 + (low + high) / 2;
    if (middle < cuts.widths.size() && in_px(font, cuts.widths[middle]) < room) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return std::string(text.substr(0, cuts.bytes[low])) + "…";
}

}  // namespace yokoten::chart
