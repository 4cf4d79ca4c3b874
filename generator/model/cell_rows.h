#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace yokoten {

/// The cells of rows, packed so that a table is not much larger than its file: a byte beside most
/// texts, nothing for the empty cells of rows that hold little, and a long text that comes again
/// is kept once. Copies share what both hold. At most 4 GiB: see bytes().
class CellRows {
 public:
  void add(const std::vector<std::string_view>& cells);
  /// Rows and columns count from 0; cells behind the last one that a row has are empty.
  std::string_view cell(std::size_t row, std::size_t column) const;
  /// The cells of a row as far as the last one that it has, one after the other.
  void take(std::size_t row, std::vector<std::string_view>& into) const;
  /// Appends the rows of others.
  void append(const CellRows& others);
  std::size_t size() const { return rows_.size(); }
  /// What add() has taken so far.
  std::size_t bytes() const { return blocks_.size() * block_bytes; }

 private:
  static constexpr std::size_t block_bytes = 64U << 10U;
  static constexpr std::size_t group = 16;  // cells between two offsets, so that none is far

  /// Where a text stands: bytes from the first block's beginning, its size.
  struct Stretch {
    std::uint32_t address = 0, size = 0;
  };
  /// A cell that is about to be packed.
  struct Packed {
    std::size_t column = 0;
    std::string_view text;
    Stretch earlier;  // the same text, where it is not to be kept again
  };
  struct Layout;

  bool add_short(const std::vector<std::string_view>& cells);
  void choose(const std::vector<std::string_view>& cells);
  Packed packed(std::size_t column, std::string_view text);
  std::size_t row_bytes() const;
  char* room(std::size_t bytes);
  void write(char* to);
  const char* at(std::uint32_t address) const {
    return blocks_[address / block_bytes].get() + address % block_bytes;
  }
  Layout layout_of(const char* row) const;
  std::string_view kept(unsigned char mark, const char* text, std::uint32_t row) const;

  std::vector<std::shared_ptr<char[]>> blocks_;
  std::deque<std::uint32_t> rows_;  // addresses
  std::size_t next_ = 0, room_ = 0;
  std::vector<Stretch> seen_;  // long texts by their hash
  std::vector<Packed> cells_;  // of the row that is being added
  bool sparse_ = false;
};

}  // namespace yokoten
