#include "base/pieces.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct Taken {
  std::string bytes;
  int pieces = 0;

  TakePiece taking(int most = 100) {
    return [this, most](std::string_view piece) {
      bytes += piece;
      return ++pieces < most;
    };
  }
};

/// A file of so many bytes that differ.
std::string file_of_size(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size; ++at) bytes[at] = static_cast<char>('a' + at % 26);
  return bytes;
}

}  // namespace

TEST_CASE("a file comes in pieces that make up the whole") {
  MemoryDisk disk;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, piece_size, 2 * piece_size + 7}) {
    CAPTURE(size);
    disk.tree["raw/a.csv"] = file_of_size(size);
    Taken taken;
    CHECK(pieces_of(disk, "raw/a.csv")(taken.taking()));
    CHECK(taken.bytes == disk.tree["raw/a.csv"]);
    CHECK(taken.pieces == static_cast<int>((size + piece_size - 1) / piece_size));
  }
}

TEST_CASE("a file that is not there can't be handed over") {
  MemoryDisk disk;
  Taken taken;
  CHECK_FALSE(pieces_of(disk, "raw/a.csv")(taken.taking()));
}

TEST_CASE("no piece comes after one that was refused") {
  MemoryDisk disk;
  disk.tree["raw/a.csv"] = file_of_size(3 * piece_size);
  Taken taken;
  CHECK_FALSE(pieces_of(disk, "raw/a.csv")(taken.taking(2)));
  CHECK(taken.pieces == 2);
}

TEST_CASE("a file that has become shorter than was said fails") {
  const std::string bytes = "abc";
  Taken taken;
  CHECK_FALSE(hand_over(*file_of(bytes), 0, 4, taken.taking()));
}
