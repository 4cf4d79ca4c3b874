#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/hash.h"

namespace yokoten {

/// Some rows of a file of CSV.
struct RowPiece {
  int number = 0;  ///< from 0
  std::string text;
  bool ends_inside = false;  ///< of a row that is longer than any may be
};

/// Hands out a file of CSV in pieces that begin and end where rows do, so that each can be split by
/// itself: a line break inside quotes is no end, which an even number of quotes before it tells.
/// That holds as far as the first wrong quote, and nobody reads beyond it. The mark of UTF-8 is
/// left out. Several threads may ask at once.
class RowPieces {
 public:
  /// `size`: bytes of a piece; `longest`: of a row. The file must outlive this.
  RowPieces(const DiskFile& file, std::size_t size, std::size_t longest);

  /// False at the end, and when the file can't be read any further.
  bool next(RowPiece& piece);
  bool has_failed() const { return failed_; }
  /// Of the whole file; what nobody asked for is read for it. Empty when that failed.
  std::string sha256();

 private:
  bool fill(std::string& text);
  void cut(RowPiece& piece);

  const DiskFile& file_;
  std::size_t size_, longest_;
  std::mutex guard_;
  GrowingHash hash_;
  std::uint64_t read_ = 0;
  std::string left_;  // the beginning of the next row
  int pieces_ = 0;
  bool ended_ = false, failed_ = false;
};

/// Whether an odd number of quotes stands in the text.
bool has_odd_quotes(std::string_view text);

}  // namespace yokoten
