#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace yokoten {

/// Bytes that stay where they are as long as a copy holds them; copies share what both hold. An
/// address counts from the first byte, so that there are at most 4 GiB: see bytes().
class TextBlocks {
 public:
  /// Where a text stands, and its size.
  struct Stretch {
    std::uint32_t address = 0, size = 0;
  };

  /// Room for bytes that follow each other; where it begins.
  std::uint32_t make_room(std::size_t bytes);
  char* writable(std::uint32_t address) {
    return blocks_[address / block_bytes].get() + address % block_bytes;
  }
  const char* at(std::uint32_t address) const {
    return blocks_[address / block_bytes].get() + address % block_bytes;
  }
  /// The same text where it is kept, which may be the case already.
  std::string_view keep(std::string_view text);
  /// Where a long text was kept lately; of size 0 for none.
  Stretch kept(std::string_view text) const;
  /// Says that a text stands there now.
  void note(std::string_view text, std::uint32_t address);
  /// Appends those of others; what has to be added to their addresses.
  std::uint32_t append(const TextBlocks& others);
  /// Forgets which texts it has: nothing is added any more.
  void settle() { seen_ = {}; }
  /// Whether they are so many that it is worth a search to keep fewer.
  bool are_many() const { return blocks_.size() > 1; }
  std::size_t bytes() const { return blocks_.size() * block_bytes; }

 private:
  static constexpr std::size_t block_bytes = 64U << 10U;

  std::vector<std::shared_ptr<char[]>> blocks_;
  std::size_t next_ = 0, room_ = 0;
  std::vector<Stretch> seen_;  // long texts by their hash
};

/// The bytes that the addresses of a part of a table mean.
struct PartTexts {
  const TextBlocks& blocks;
  std::uint32_t base = 0;  // where its first block stands among them

  const char* at(std::uint32_t address) const { return blocks.at(base + address); }
};

}  // namespace yokoten
