#include "read/xlsx_reference.h"

namespace yokoten {
namespace {

constexpr std::size_t most_letters = 3, most_digits = 7;

}  // namespace

std::optional<int> parse_ordinal(std::string_view text) {
  if (text.empty() || text.size() > most_digits || text[0] == '0') return std::nullopt;
  int number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

std::optional<CellAddress> cell_address(std::string_view text) {
  CellAddress address;
  std::size_t letters = 0;
  for (; letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z'; ++letters) {
    if (letters == most_letters) return std::nullopt;
    address.column = address.column * 26 + (text[letters] - 'A' + 1);
  }
  const auto row = parse_ordinal(text.substr(letters));
  if (letters == 0 || !row) return std::nullopt;
  address.row = *row;
  return address;
}

std::optional<CellRange> cell_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = cell_address(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : cell_address(text.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column)
    return std::nullopt;
  return CellRange{first->row, first->column, last->row, last->column};
}

}  // namespace yokoten
