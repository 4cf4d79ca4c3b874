#include "base/packed_numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <new>

namespace yokoten {
namespace {

// A number of so many bits lies in the eight bytes that begin with its first one, in this order.
constexpr unsigned most_bits = 56, all_bits = 64;
static_assert(std::endian::native == std::endian::little);

constexpr unsigned kept_bits(unsigned bits) { return bits > most_bits ? all_bits : bits; }

// Behind the last number, for the eight bytes that begin with it.
constexpr std::size_t room_behind = 8;
constexpr std::size_t in_turn = 8;  // as many numbers as end with a byte

using EightNumbers = std::make_index_sequence<in_turn>;

constexpr unsigned char nothing[room_behind] = {};

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
    for (std::size_t at = 0; at < PackedNumbers::block_size; at += in_turn, bytes += bits)
      put_eight(numbers + at, base, bytes, EightNumbers());
  }

  static void take(const unsigned char* bytes, std::uint64_t base, std::int64_t* numbers) {
    for (std::size_t at = 0; at < PackedNumbers::block_size; at += in_turn, bytes += bits)
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

PackedBits::PackedBits(std::span<const std::int64_t> numbers, std::uint64_t base, unsigned bits) {
  if (bits == 0) return;
  bits = kept_bits(bits);
  const std::size_t size = numbers.size() / 8 * bits + room_behind;
  auto* room = static_cast<unsigned char*>(::operator new(sizeof(Held) + size));
  std::fill_n(room + sizeof(Held), size, 0);
  held_ = new (room) Held{1, bits};
  putters[bits - 1](numbers.data(), base, room + sizeof(Held));
}

const unsigned char* PackedBits::bytes() const {
  return empty() ? nothing : reinterpret_cast<const unsigned char*>(held_ + 1);
}

bool PackedBits::operator==(const PackedBits& other) const {
  return bits() == other.bits() &&
         std::memcmp(bytes(), other.bytes(), bits() * (PackedNumbers::block_size / 8)) == 0;
}

PackedBits::Held* PackedBits::shared() const {
  if (held_ != nullptr) held_->holders.fetch_add(1, std::memory_order_relaxed);
  return held_;
}

void PackedBits::let_go() {
  const bool last = held_ != nullptr && held_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1;
  if (last) ::operator delete(held_);
}

// Differences are counted without a sign, which holds that of any two numbers.
PackedNumbers::Block PackedNumbers::packed(std::span<const std::int64_t, block_size> numbers) {
  std::int64_t least = numbers.front(), greatest = least;
#pragma GCC unroll 8
  for (const std::int64_t each : numbers) {
    least = std::min(least, each);
    greatest = std::max(greatest, each);
  }
  const auto base = static_cast<std::uint64_t>(least);
  const auto bits = std::bit_width(static_cast<std::uint64_t>(greatest) - base);
  return {least, PackedBits(numbers, base, static_cast<unsigned>(bits))};
}

// Grown by a part of what there is: of twice as many blocks most would stay empty for good.
void PackedNumbers::append(std::span<const std::int64_t, block_size> numbers) {
  if (blocks_.size() == blocks_.capacity())
    blocks_.reserve(blocks_.size() + blocks_.size() / 8 + 4);
  blocks_.push_back(packed(numbers));
}

void PackedNumbers::grow_room() {
  room_.resize(std::clamp(count_ * 2, std::size_t{8}, block_size));
}

void PackedNumbers::pack_last() {
  append(std::span<const std::int64_t, block_size>(room_));
  count_ = 0;
}

void PackedNumbers::set(std::size_t at, std::int64_t number) {
  const std::size_t block = at / block_size;
  if (block == blocks_.size()) {
    room_[at % block_size] = number;
  } else if ((*this)[at] != number) {
    std::array<std::int64_t, block_size> numbers{};
    take(block, numbers);
    numbers[at % block_size] = number;
    blocks_[block] = packed(numbers);
  }
}

void PackedNumbers::resize(std::size_t size, std::int64_t number) {
  while (this->size() < size) push_back(number);
  while (blocks_.size() * block_size > size) unpack_last();
  count_ = size - blocks_.size() * block_size;
}

// In place of what stood behind it.
void PackedNumbers::unpack_last() {
  room_.resize(block_size);
  take(blocks_.size() - 1, room_);
  blocks_.pop_back();
  count_ = block_size;
}

void PackedNumbers::shrink_to_fit() {
  blocks_.shrink_to_fit();
  room_.resize(count_);
  room_.shrink_to_fit();
}

PackedNumbers::View PackedNumbers::view(std::size_t block) const {
  if (block == blocks_.size())
    return {reinterpret_cast<const unsigned char*>(room_.data()), all_bits, 0};
  const auto& [base, differences] = blocks_[block];
  return {differences.bytes(), differences.bits(), base};
}

std::optional<std::int64_t> PackedNumbers::only_number(std::size_t block) const {
  if (block < blocks_.size())
    return blocks_[block].differences.empty() ? std::optional(blocks_[block].base) : std::nullopt;
  const bool differ = std::ranges::adjacent_find(last(), std::not_equal_to()) != last().end();
  return differ ? std::nullopt : std::optional(room_.front());
}

std::int64_t PackedNumbers::least(std::size_t block) const {
  return block < blocks_.size() ? blocks_[block].base : *std::ranges::min_element(last());
}

bool PackedNumbers::are_same(std::size_t block, std::size_t other) const {
  if (std::max(block, other) >= blocks_.size()) return false;
  const Block &one = blocks_[block], &two = blocks_[other];
  return one.base == two.base && one.differences == two.differences;
}

void PackedNumbers::take(std::size_t block, std::span<std::int64_t> into) const {
  if (block == blocks_.size()) {
    std::ranges::copy(last(), into.begin());
    return;
  }
  const auto& [base, differences] = blocks_[block];
  if (differences.empty())
    std::fill_n(into.begin(), block_size, base);
  else
    takers[differences.bits() - 1](differences.bytes(), static_cast<std::uint64_t>(base),
                                   into.data());
}

}  // namespace yokoten
