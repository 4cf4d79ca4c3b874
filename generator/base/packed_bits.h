#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace yokoten::packed_bits {

/// So many numbers are packed together: what each is more than the least one, in as few bits as the
/// greatest of these differences needs.
inline constexpr std::size_t block_size = 256;

/// Numbers of a block, unpacked.
using Numbers = std::span<std::int64_t, block_size>;

/// A number is read with the eight bytes that begin where it does: so many have to follow the last.
inline constexpr std::size_t room_behind = 8;

/// Of the numbers of a block: the least, and the bits of each difference (0 where all are the
/// same).
struct Extent {
  std::int64_t least = 0;
  unsigned bits = 0;
};
Extent extent_of(std::span<const std::int64_t, block_size> numbers);

/// How many bytes a block takes.
constexpr std::size_t bytes_of(unsigned bits) { return bits * (block_size / 8); }

/// `bytes` are 0 and have room behind them.
void pack(std::span<const std::int64_t, block_size> numbers, const Extent& extent,
          unsigned char* bytes);
void unpack(const unsigned char* bytes, const Extent& extent, Numbers into);

/// One difference; `mask` has as many bits set as it has.
inline std::uint64_t difference_at(const unsigned char* bytes, std::size_t bits, std::uint64_t mask,
                                   std::size_t at) {
  const std::size_t bit = at * bits;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes + bit / 8, sizeof word);
  return word >> bit % 8 & mask;
}
constexpr std::uint64_t mask_of(unsigned bits) {
  return bits == 0 ? 0 : ~std::uint64_t{0} >> (64 - bits);
}

}  // namespace yokoten::packed_bits
