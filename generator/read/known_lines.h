#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

namespace yokoten {

/// Lines of a file one below the other, with their ends.
struct FileLines {
  int first = 1;  ///< the line that the text begins with
  int count = 0;
  std::string text;
};

/// What is known of a file by which a later state of it can be compared with this one, without
/// holding its bytes: the hashes of its pieces, and how many lines end before each.
class KnownLines {
 public:
  struct Change;

  /// Nothing where it can't be read.
  static std::optional<KnownLines> of(const DiskFile& file);

  /// Of the whole file, as 64 hexadecimal digits; empty after a change.
  const std::string& sha256() const { return sha256_; }
  /// A last line without an end counts too.
  int lines() const { return ends_ + (ends_with_line_ ? 0 : 1); }
  /// What `now` says otherwise, in one run of whole lines; no lines where it is as it was. Nothing
  /// where there are more lines or fewer in all, or it can't be read.
  std::optional<Change> change_to(const DiskFile& now) const;

 private:
  /// The bytes as far as the next piece.
  struct Piece {
    std::uint64_t begin = 0, hash = 0;
    int ends = 0;  ///< ends of lines before it
  };
  /// Pieces by number, the last not included.
  struct Stretch {
    std::size_t from = 0, to = 0;
  };
  enum class Side { front, back };

  std::uint64_t begin_of(std::size_t piece) const;
  std::uint64_t end_of(std::size_t piece) const { return begin_of(piece + 1); }
  Stretch others_among(Stretch pieces, const DiskFile& now, std::int64_t shift) const;
  std::size_t last_alike(Side side, Stretch among, const DiskFile& now) const;
  Stretch others_in(const DiskFile& now) const;
  KnownLines with(const Stretch& others, std::string_view bytes, const DiskFile& now) const;
  void add(std::string_view bytes);

  std::vector<Piece> pieces_;
  std::uint64_t size_ = 0;
  int ends_ = 0;
  bool ends_with_line_ = true;
  std::string sha256_;
};

struct KnownLines::Change {
  FileLines lines;
  KnownLines now;
};

}  // namespace yokoten
