#include "page/fences.h"

#include <algorithm>

namespace yokoten {
namespace {

/// A line that opens or closes a block: its signs, and what stands behind them.
struct FenceLine {
  std::size_t signs = 0;
  std::string_view behind;
};

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r"), end = text.find_last_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

FenceLine fence_line(std::string_view line, char sign) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  if (begin > 3) return {};  // code by its indent
  const std::size_t end = std::min(line.find_first_not_of(sign, begin), line.size());
  return {end - begin, without_blanks(line.substr(end))};
}

// Without what begins it: rows count from 1.
std::string_view from_row(std::string_view text, int row) {
  for (; row > 1; --row) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

std::optional<int> line_swallowed(cmark_node* node, std::string_view markdown) {
  int signs = 0, indent = 0;
  char sign = 0;
  if (cmark_node_get_fenced(node, &signs, &indent, &sign) == 0) return std::nullopt;
  const auto length = static_cast<std::size_t>(signs);
  const int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
  std::string_view rest = from_row(markdown, first);
  for (int row = first + 1; row <= last && !rest.empty(); ++row) {
    rest = from_row(rest, 2);
    const FenceLine line = fence_line(first_line(rest), sign);
    if (line.signs < length) continue;
    if (line.behind.empty()) return std::nullopt;  // the one that closes it
    if (line.behind.find(sign) == std::string_view::npos) return row - first;
  }
  return 0;
}

}  // namespace yokoten
