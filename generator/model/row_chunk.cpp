#include "model/row_chunk.h"

#include <algorithm>
#include <bit>

#include "model/packed_row.h"

namespace yokoten {

// Codes are found among the bits of a record as numbers are written.
static_assert(std::endian::native == std::endian::little);

std::string_view RowChunk::cell(std::size_t row, std::size_t column, const PartTexts& part) const {
  if (columns.empty()) return PackedRow(part, packed[row]).cell(column);
  if (column >= width) return {};
  if (others.empty()) return columns[column].text(code(row, columns[column]));
  const auto coded =
      std::lower_bound(columns.begin(), columns.end(), column,
                       [](const Column& each, std::size_t wanted) { return each.at < wanted; });
  if (coded != columns.end() && coded->at == column) return coded->text(code(row, *coded));
  const auto other = std::lower_bound(others.begin(), others.end(), column);
  return PackedRow(part, packed[row]).cell(static_cast<std::size_t>(other - others.begin()));
}

void RowChunk::take_codes(std::size_t row, std::string_view* to) const {
  const Column* const end = columns.data() + columns.size();
  const auto put = [&](const auto& code_of) {
    for (const Column* column = columns.data(); column != end; ++column)
      to[column->at] = column->text(code_of(*column));
  };
  if (record_bits > bits_at_once)
    return put([&](const Column& column) { return code(row, column); });
  const std::uint64_t record = bits(row, 0);
  put([&](const Column& column) {
    return static_cast<std::uint32_t>(record >> column.bit) & column.mask;
  });
}

void RowChunk::take(std::size_t row, const PartTexts& part,
                    std::vector<std::string_view>& into) const {
  if (columns.empty()) return PackedRow(part, packed[row]).take(into);
  into.resize(width);
  take_codes(row, into.data());
  if (!others.empty()) {
    for (const std::uint16_t column : others) into[column] = {};
    PackedRow(part, packed[row]).take(others, into);
  }
  while (!into.empty() && into.back().empty()) into.pop_back();
}

bool RowChunk::may_have(std::size_t column, const AskText& holds) const {
  if (rows == 0) return false;
  if (columns.empty()) return true;
  if (column >= width) return holds({});
  const auto coded = std::ranges::find(columns, column, &Column::at);
  return coded == columns.end() || std::ranges::any_of(coded->texts, holds);
}

std::size_t RowChunk::bytes() const {
  std::size_t bytes = sizeof *this + columns.size() * sizeof(Column) +
                      (packed.size() + record_words(rows)) * sizeof(std::uint32_t) +
                      others.size() * sizeof(std::uint16_t);
  for (const Column& column : columns) bytes += column.texts.size() * sizeof(std::string_view);
  return bytes;
}

}  // namespace yokoten
