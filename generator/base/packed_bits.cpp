#include "base/packed_bits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace yokoten::packed_bits {
namespace {

// A number of so many bits lies in the eight bytes that begin with its first one, in this order.
constexpr unsigned most_bits = 56, all_bits = 64;
static_assert(std::endian::native == std::endian::little);

constexpr unsigned kept_bits(unsigned bits) { return bits > most_bits ? all_bits : bits; }

constexpr std::size_t in_turn = 8;  // as many numbers as end with a byte

using EightNumbers = std::make_index_sequence<in_turn>;

template <unsigned bit>
void put_bits(unsigned char* bytes, std::uint64_t number) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes + bit / 8, sizeof word);
  word |= number << bit % 8;
  std::memcpy(bytes + bit / 8, &word, sizeof word);
}

template <unsigned bit, unsigned bits>
std::uint64_t bits_at(const unsigned char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes + bit / 8, sizeof word);
  return word >> bit % 8 & ~std::uint64_t{0} >> (all_bits - bits);
}

/// Numbers of one size written and read: all places are known when this is compiled.
template <unsigned bits>
struct SizedBits {
  static void put(const std::int64_t* numbers, std::uint64_t base, unsigned char* bytes) {
    for (std::size_t at = 0; at < block_size; at += in_turn, bytes += bits)
      put_eight(numbers + at, base, bytes, EightNumbers());
  }

  static void take(const unsigned char* bytes, std::uint64_t base, std::int64_t* numbers) {
    for (std::size_t at = 0; at < block_size; at += in_turn, bytes += bits)
      take_eight(bytes, base, numbers + at, EightNumbers());
  }

 private:
  template <std::size_t... each>
  static void put_eight(const std::int64_t* numbers, std::uint64_t base, unsigned char* bytes,
                        std::index_sequence<each...> /*in turn*/) {
    (put_bits<each * bits>(bytes, static_cast<std::uint64_t>(numbers[each]) - base), ...);
  }

  template <std::size_t... each>
  static void take_eight(const unsigned char* bytes, std::uint64_t base, std::int64_t* numbers,
                         std::index_sequence<each...> /*in turn*/) {
    ((numbers[each] = static_cast<std::int64_t>(base + bits_at<each * bits, bits>(bytes))), ...);
  }
};

using Sizes = std::make_index_sequence<all_bits>;

template <std::size_t... each>
constexpr auto putters_of(std::index_sequence<each...> /*bits less 1*/) {
  return std::array{&SizedBits<kept_bits(each + 1)>::put...};
}

template <std::size_t... each>
constexpr auto takers_of(std::index_sequence<each...> /*bits less 1*/) {
  return std::array{&SizedBits<kept_bits(each + 1)>::take...};
}

constexpr auto putters = putters_of(Sizes());
constexpr auto takers = takers_of(Sizes());

}  // namespace

// Differences are counted without a sign, which holds that of any two numbers.
Extent extent_of(std::span<const std::int64_t, block_size> numbers) {
  std::int64_t least = numbers.front(), greatest = least;
#pragma GCC unroll 8
  for (const std::int64_t each : numbers) {
    least = std::min(least, each);
    greatest = std::max(greatest, each);
  }
  const std::uint64_t span =
      static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least);
  return {least, kept_bits(static_cast<unsigned>(std::bit_width(span)))};
}

void pack(std::span<const std::int64_t, block_size> numbers, const Extent& extent,
          unsigned char* bytes) {
  if (extent.bits > 0)
    putters[extent.bits - 1](numbers.data(), static_cast<std::uint64_t>(extent.least), bytes);
}

void unpack(const unsigned char* bytes, const Extent& extent, Numbers into) {
  if (extent.bits == 0)
    std::ranges::fill(into, extent.least);
  else
    takers[extent.bits - 1](bytes, static_cast<std::uint64_t>(extent.least), into.data());
}

}  // namespace yokoten::packed_bits
