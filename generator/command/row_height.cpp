#include "command/row_height.h"

#include <algorithm>

namespace yokoten {
namespace {

bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

int lines_in_column(std::string_view text, int width) {
  int lines = 1, used = 0;
  for (const char byte : text) {
    if (byte == '\n') {
      ++lines;
      used = 0;
      continue;
    }
    if (is_tail(byte)) continue;
    const int letter = static_cast<unsigned char>(byte) < 0x80U ? 1 : 2;
    if (used + letter > std::max(width - 1, 2)) {
      ++lines;
      used = 0;
    }
    used += letter;
  }
  return lines;
}

double row_height(int lines) {
  constexpr double line = 16.5, margin = 4;
  return lines * line + margin;
}

}  // namespace yokoten
