#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "model/column_coder.h"
#include "model/packed_row.h"
#include "model/row_chunk.h"
#include "model/text_blocks.h"

namespace yokoten {

/// Rows to which others are still added: their codes have the same width, however few there are.
class OpenRows {
 public:
  /// All cells are packed.
  OpenRows() = default;
  /// Rows of so many columns, which get codes except for those.
  OpenRows(std::size_t width, const std::vector<std::uint16_t>& packed);

  /// Whether a row of so many cells can be added.
  bool have_room(std::size_t cells) const {
    return chunk_->rows < most_rows_ && cells <= most_cells_;
  }
  /// False, and nothing is added, where the codes of a column have come to take more than its
  /// texts.
  bool add(const std::vector<std::string_view>& cells, TextBlocks& blocks);
  /// The columns that should rather be packed.
  std::vector<std::uint16_t> better_packed() const;

  const std::shared_ptr<RowChunk>& chunk() const { return chunk_; }
  /// The same rows in less memory, for good.
  std::shared_ptr<const RowChunk> closed() const;
  /// The same with all cells packed, for rows that take less so: most of their cells are empty.
  std::shared_ptr<const RowChunk> packed(TextBlocks& blocks);
  /// Whether these rows, closed, take less than packed.
  bool pay(const RowChunk& closed) const;
  std::size_t rows() const { return chunk_->rows; }
  std::size_t width() const { return chunk_->width; }
  /// As far as it grows with the rows.
  std::size_t bytes() const { return chunk_->rows * (coders_.size() + 1) * sizeof(std::uint32_t); }

 private:
  bool add_codes(const std::vector<std::string_view>& cells, TextBlocks& blocks);
  void add_packed(const std::vector<std::string_view>& cells, TextBlocks& blocks);

  std::shared_ptr<RowChunk> chunk_ = std::make_shared<RowChunk>();
  std::size_t most_rows_ = 16'384, most_cells_ = std::numeric_limits<std::size_t>::max();
  std::vector<ColumnCoder> coders_;  // of the columns with codes
  RowPacker packer_;
  std::vector<std::string_view> others_;  // cells of the row that is being added
};

}  // namespace yokoten
