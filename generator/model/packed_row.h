#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/text_blocks.h"

namespace yokoten {

/// A row of cells that stand one after the other: a byte beside most texts, nothing for the empty
/// cells of a row that holds little, and a long text that comes again is kept once.
class PackedRow {
 public:
  PackedRow(const PartTexts& texts, std::uint32_t address);

  /// Cells behind the last one that it has are empty.
  std::string_view cell(std::size_t column) const;
  /// As far as the last one that it has.
  void take(std::vector<std::string_view>& into) const;
  /// Its cells go to those columns of a row that has them.
  void take(const std::vector<std::uint16_t>& columns, std::vector<std::string_view>& into) const;

 private:
  std::size_t index_of(std::size_t column) const;
  std::size_t column(std::size_t index) const;
  unsigned char mark(std::size_t index) const { return static_cast<unsigned char>(marks_[index]); }
  const char* text(std::size_t index) const;
  std::string_view kept(unsigned char mark, const char* text) const;
  template <typename Into>
  void each(const Into& into) const;

  const PartTexts& texts_;
  std::uint32_t address_;
  std::size_t cells_ = 0;
  const char* columns_ = nullptr;  // nullptr where all are kept from the first
  const char *marks_ = nullptr, *offsets_ = nullptr, *begin_ = nullptr;
};

/// Packs rows.
class RowPacker {
 public:
  /// Where the row begins.
  std::uint32_t add(const std::vector<std::string_view>& cells, TextBlocks& blocks);

 private:
  using Stretch = TextBlocks::Stretch;

  /// A cell that is about to be packed.
  struct Packed {
    std::size_t column = 0;
    std::string_view text;
    Stretch earlier;  // the same text, where it is not to be kept again
  };

  void choose(const std::vector<std::string_view>& cells, const TextBlocks& blocks);
  std::size_t row_bytes() const;
  void write(std::uint32_t row, TextBlocks& blocks) const;

  std::vector<Packed> cells_;  // of the row that is being added
  bool sparse_ = false;
};

}  // namespace yokoten
