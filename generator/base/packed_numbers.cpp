#include "base/packed_numbers.h"

#include <algorithm>
#include <array>
#include <functional>
#include <new>

namespace yokoten {
namespace {

constexpr unsigned char nothing[packed_bits::room_behind] = {};

}  // namespace

PackedBits::PackedBits(std::span<const std::int64_t, packed_bits::block_size> numbers,
                       const packed_bits::Extent& extent) {
  if (extent.bits == 0) return;
  const std::size_t size = packed_bits::bytes_of(extent.bits) + packed_bits::room_behind;
  auto* room = static_cast<unsigned char*>(::operator new(sizeof(Held) + size));
  std::fill_n(room + sizeof(Held), size, 0);
  held_ = new (room) Held{1, extent.bits};
  packed_bits::pack(numbers, extent, room + sizeof(Held));
}

const unsigned char* PackedBits::bytes() const {
  return empty() ? nothing : reinterpret_cast<const unsigned char*>(held_ + 1);
}

bool PackedBits::operator==(const PackedBits& other) const {
  return bits() == other.bits() &&
         std::memcmp(bytes(), other.bytes(), packed_bits::bytes_of(bits())) == 0;
}

PackedBits::Held* PackedBits::shared() const {
  if (held_ != nullptr) held_->holders.fetch_add(1, std::memory_order_relaxed);
  return held_;
}

void PackedBits::let_go() {
  const bool last = held_ != nullptr && held_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1;
  if (last) ::operator delete(held_);
}

PackedNumbers::Block PackedNumbers::packed(std::span<const std::int64_t, block_size> numbers) {
  const packed_bits::Extent extent = packed_bits::extent_of(numbers);
  return {extent.least, PackedBits(numbers, extent)};
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
  if (block == blocks_.size()) return {reinterpret_cast<const unsigned char*>(room_.data()), 64, 0};
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
  packed_bits::unpack(differences.bytes(), {base, differences.bits()}, into.first<block_size>());
}

}  // namespace yokoten
