#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "model/text_blocks.h"

namespace yokoten {

class OpenRows;
struct RowChunk;
using AskText = std::function<bool(std::string_view)>;

/// The cells of rows, of which little is kept twice: a table with columns whose texts come again
/// takes a fraction of its file, and no other one much more than it. Copies share what both hold,
/// and texts stay where they are as long as one of them lives. At most 4 GiB: see bytes().
class CellRows {
 public:
  void add(const std::vector<std::string_view>& cells);
  /// Rows and columns count from 0; cells behind the last one that a row has are empty.
  std::string_view cell(std::size_t row, std::size_t column) const;
  /// The cells of a row as far as the last one that it has, one after the other.
  void take(std::size_t row, std::vector<std::string_view>& into) const;
  /// False where `holds` is said of no cell of the column, as a look at its different texts tells;
  /// true too where only a look at every row would. Whole numbers of digits alone are not asked.
  bool may_have(std::size_t column, const AskText& holds) const;
  /// Appends the rows of others.
  void append(const CellRows& others);
  /// Frees what adding more rows needs; they may be added all the same.
  void settle();
  std::size_t size() const { return size_; }
  /// What add() has taken so far.
  std::size_t bytes() const;

 private:
  /// Rows from `first` on.
  struct Part {
    std::size_t first = 0;
    std::uint32_t base = 0;  // has to be added to their addresses
    std::shared_ptr<const RowChunk> rows;
  };

  bool goes_on(std::size_t cells) const;
  void begin(std::size_t cells);
  void open(std::size_t width);
  void give_codes_up();
  void close();
  void add_part(Part part);
  const Part& part_of(std::size_t row) const;
  bool has_packed(const Part& part, std::size_t column, const AskText& holds) const;

  TextBlocks blocks_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> pages_;   // the parts that hold every so many-th row
  std::shared_ptr<OpenRows> open_;     // the last part, where rows can be added to it
  bool is_short_ = true;               // and all is packed
  std::vector<std::uint16_t> packed_;  // columns whose codes were given up
  int parts_to_try_ = 0, pause_ = 0;   // how many parts are begun before that is tried anew
  std::size_t size_ = 0, closed_bytes_ = 0;
};

}  // namespace yokoten
