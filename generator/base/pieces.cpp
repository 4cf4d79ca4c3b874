#include "base/pieces.h"

#include <algorithm>

namespace yokoten {

bool hand_over(const DiskFile& file, std::uint64_t begin, std::uint64_t end,
               const TakePiece& take) {
  std::string piece;
  while (begin < end) {
    piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(piece_size, end - begin)));
    const auto got = file.read(begin, piece);
    if (!got || *got != piece.size() || !take(piece)) return false;
    begin += piece.size();
  }
  return true;
}

Pieces pieces_of(Disk& disk, std::string path) {
  return [&disk, path = std::move(path)](const TakePiece& take) {
    const auto file = disk.open(path);
    return file != nullptr && hand_over(*file, 0, file->size(), take);
  };
}

}  // namespace yokoten
