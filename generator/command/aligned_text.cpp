#include "command/aligned_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace yokoten {
namespace {

// Columns of a terminal: letters of East Asian width take two.
std::size_t width(const std::string& text) {
  std::size_t columns = 0;
  const auto letters = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const int kind = u_getIntPropertyValue(letters.char32At(at), UCHAR_EAST_ASIAN_WIDTH);
    columns += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH || kind == U_EA_AMBIGUOUS ? 2 : 1;
  }
  return columns;
}

}  // namespace

std::string aligned(const std::vector<Cells>& lines) {
  std::vector<std::size_t> widths;
  for (const Cells& line : lines)
    for (std::size_t at = 0; at < line.size(); ++at) {
      widths.resize(std::max(widths.size(), at + 1));
      widths[at] = std::max(widths[at], width(line[at]));
    }
  std::string text;
  for (const Cells& line : lines) {
    for (std::size_t at = 0; at + 1 < line.size(); ++at)
      text += line[at] + std::string(widths[at] - width(line[at]) + 2, ' ');
    text += (line.empty() ? "" : line.back()) + '\n';
  }
  return text;
}

}  // namespace yokoten
