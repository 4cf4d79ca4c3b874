#include "command/aligned_text.h"

#include <algorithm>

#include "base/text.h"

namespace yokoten {

std::string aligned(const std::vector<Cells>& lines) {
  std::vector<std::size_t> widths;
  for (const Cells& line : lines)
    for (std::size_t at = 0; at < line.size(); ++at) {
      widths.resize(std::max(widths.size(), at + 1));
      widths[at] = std::max(widths[at], terminal_width(line[at]));
    }
  std::string text;
  for (const Cells& line : lines) {
    for (std::size_t at = 0; at + 1 < line.size(); ++at)
      text += line[at] + std::string(widths[at] - terminal_width(line[at]) + 2, ' ');
    text += (line.empty() ? "" : line.back()) + '\n';
  }
  return text;
}

}  // namespace yokoten
