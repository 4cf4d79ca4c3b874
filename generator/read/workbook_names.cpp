#include "read/workbook_names.h"

#include <fmt/format.h>

namespace yokoten {
std::string range_name(const CellRange& range) {
  return cell_name(range.first_row, range.first_column) + ":" +
         cell_name(range.last_row, range.last_column);
}

std::string rows_name(const CellSpan& rows) {
  return rows.first == rows.last ? fmt::format("{}", rows.first)
                                 : fmt::format("{}–{}", rows.first, rows.last);
}

std::string columns_name(const CellSpan& columns) {
  const std::string first = cell_name(0, columns.first);
  return columns.first == columns.last ? first : first + "–" + cell_name(0, columns.last);
}

/// A character that shows that another was lost: U+FFFD, or one for private use (gaiji); "" for
/// none.
std::string_view lost_character(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0xEE || lead > 0xEF) continue;
    const std::string_view letter = text.substr(at, 3);
    const bool is_private = lead == 0xEE || static_cast<unsigned char>(text[at + 1]) < 0xA4;
    if (is_private || letter == "\xef\xbf\xbd") return letter;
  }
  return {};
}

std::string code_point(std::string_view letter) {
  const auto bits = [&](std::size_t at) { return static_cast<unsigned char>(letter[at]) & 0x3FU; };
  return fmt::format("U+{:04X}", ((bits(0) & 0xFU) << 12U) | (bits(1) << 6U) | bits(2));
}

}  // namespace yokoten
