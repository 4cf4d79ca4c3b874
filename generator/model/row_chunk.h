#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "model/number_texts.h"
#include "model/text_blocks.h"

namespace yokoten {

/// Whether something holds for a text.
using AskText = std::function<bool(std::string_view)>;

/// Rows that follow each other. A column of which many cells are the same has a code for each, of
/// as few bits as its different texts ask for; the codes of a row stand side by side in a record.
/// What the rows have in other columns is packed, row by row.
struct RowChunk {
  /// A column that has codes. Those behind `texts` are of numbers.
  struct Column {
    std::uint32_t at = 0;             // among the columns of the table
    std::uint32_t bit = 0, mask = 0;  // of its code in a record
    std::uint32_t first_number = 0;   // the first code of a number
    std::uint32_t least = 0;          // and that number
    const char* numbers = nullptr;    // the texts of all
    std::vector<std::string_view> texts;

    std::string_view text(std::uint32_t code) const {
      if (code < first_number) return texts[code];
      return text_of_number(numbers, code - first_number + least);
    }
  };

  std::string_view cell(std::size_t row, std::size_t column, const PartTexts& part) const;
  /// The cells of a row as far as the last one that it has.
  void take(std::size_t row, const PartTexts& part, std::vector<std::string_view>& into) const;
  void take_codes(std::size_t row, std::string_view* to) const;
  /// As CellRows::may_have().
  bool may_have(std::size_t column, const AskText& holds) const;
  std::size_t bytes() const;

  /// Of records for so many rows: a code is read with the bits behind it.
  std::size_t record_words(std::size_t count) const { return count * record_bits / 32 + 3; }
  /// The bits of a row's record from one on: at least as many as `bits_at_once`.
  std::uint64_t bits(std::size_t row, std::size_t from) const {
    const std::size_t bit = row * record_bits + from;
    std::uint64_t word;
    std::memcpy(&word, reinterpret_cast<const char*>(records.get()) + bit / 8, sizeof word);
    return word >> bit % 8;
  }
  std::uint32_t code(std::size_t row, const Column& column) const {
    return static_cast<std::uint32_t>(bits(row, column.bit)) & column.mask;
  }
  static constexpr std::size_t bits_at_once = 57;

  std::size_t rows = 0;
  std::size_t width = 0;              // columns, of those with codes and others
  std::vector<Column> columns;        // none: all cells are packed, however many there are
  std::vector<std::uint16_t> others;  // the columns that are packed
  std::vector<std::uint32_t> packed;  // where these begin, row by row; none without such columns
  std::unique_ptr<std::uint32_t[]> records;
  std::size_t record_bits = 0;
};

}  // namespace yokoten
