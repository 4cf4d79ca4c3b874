#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/number_texts.h"
#include "model/row_chunk.h"
#include "model/same_text.h"
#include "model/text_blocks.h"

namespace yokoten {

/// Gives the texts of a column their codes, as long as that takes less than to keep each of them.
class ColumnCoder {
 public:
  /// The code of the next cell. A text that is new is added to those of the column.
  std::uint32_t code(std::string_view cell, RowChunk::Column& column, TextBlocks& blocks) {
    ++cells_;
    cell_bytes_ += cell.size();
    if (has_numbers_) {
      if (const auto number = number_of_text(cell)) {
        least_ = std::min(least_, *number);
        most_ = std::max(most_, *number);
        return first_number + *number;
      }
    }
    return same_text(cell, last_text_) ? last_ : text_code(cell, column, blocks);
  }
  /// Whether the codes take less, or that can't be said yet: most texts of a list of areas are new
  /// until it begins anew with the next month.
  bool pays() const { return pays_; }
  /// The same as far as it can be guessed.
  bool seems_to_pay() const { return pays_ && 8 * text_count_ <= 7 * cells_; }

  /// What the texts take that have codes, and what the cells would take one after the other, where
  /// empty ones are worth little.
  std::size_t coded_bytes() const { return text_bytes_ + text_count_ * sizeof(std::string_view); }
  std::size_t packed_bytes() const { return cell_bytes_ + std::min(cells_, cell_bytes_); }

  /// The numbers that have codes of their own: from `least` on, so many.
  std::uint32_t least() const { return numbers() > 0 ? least_ : 0; }
  std::uint32_t numbers() const { return most_ < least_ ? 0 : most_ - least_ + 1; }

  /// The code of 0 before it is known how many texts there are.
  static constexpr std::uint32_t first_number = 1U << 16U;

 private:
  std::uint32_t text_code(std::string_view cell, RowChunk::Column& column, TextBlocks& blocks);
  std::uint32_t found(std::string_view cell, RowChunk::Column& column, TextBlocks& blocks);
  std::uint32_t add(std::string_view cell, RowChunk::Column& column, TextBlocks& blocks);
  void make_slots(const RowChunk::Column& column);
  void review(RowChunk::Column& column);
  bool saves() const;

  std::vector<std::uint16_t> slots_;    // texts by their hash: 1 is the first, 0 none
  std::vector<std::uint16_t> follows_;  // which text came last behind each
  std::uint32_t last_ = 0;              // the code of the last text
  std::string_view last_text_{nullptr, std::string_view::npos};  // like none so far
  std::size_t cells_ = 0, cell_bytes_ = 0, text_count_ = 0, text_bytes_ = 0;
  std::size_t number_count_ = 0;  // of the texts
  std::uint32_t least_ = end_of_number_texts, most_ = 0;
  bool has_numbers_ = false;  // which get codes of their own from now on
  bool pays_ = true;
};

}  // namespace yokoten
