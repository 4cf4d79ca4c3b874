#include "base/packed_numbers.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <functional>
#include <new>

namespace yokoten {
namespace {

constexpr std::size_t word_bits = 64;

// A block takes this many words for each bit of its numbers.
constexpr std::size_t words_a_bit = PackedNumbers::block_size / word_bits;

constexpr std::uint64_t lowest(unsigned bits) { return ~std::uint64_t{0} >> (word_bits - bits); }

// The number that begins at the bit and may end in the next word.
std::uint64_t number_at(const std::uint64_t* words, std::size_t bit, unsigned bits) {
  const std::size_t word = bit / word_bits, below = bit % word_bits;
  std::uint64_t number = words[word] >> below;
  if (below + bits > word_bits) number |= words[word + 1] << (word_bits - below);
  return number & lowest(bits);
}

void put_at(std::uint64_t* words, std::size_t bit, unsigned bits, std::uint64_t number) {
  const std::size_t word = bit / word_bits, below = bit % word_bits;
  words[word] |= number << below;
  if (below + bits > word_bits) words[word + 1] |= number >> (word_bits - below);
}

}  // namespace

struct PackedBits::Held {
  std::atomic<std::uint32_t> holders;
  std::uint32_t bits;

  std::uint64_t* words() { return reinterpret_cast<std::uint64_t*>(this + 1); }
};

PackedBits::PackedBits(std::span<const std::uint64_t> differences) {
  std::uint64_t any = 0;
  for (const std::uint64_t each : differences) any |= each;
  if (any == 0) return;
  const auto bits = static_cast<unsigned>(std::bit_width(any));
  const std::size_t count = words_a_bit * bits;
  held_ = new (::operator new(sizeof(Held) + count * sizeof(std::uint64_t))) Held{1, bits};
  std::uint64_t* words = held_->words();
  std::fill_n(words, count, 0);
  std::size_t bit = 0;
  for (const std::uint64_t each : differences) {
    put_at(words, bit, bits, each);
    bit += bits;
  }
}

PackedBits::Held* PackedBits::shared() const {
  if (held_ != nullptr) held_->holders.fetch_add(1, std::memory_order_relaxed);
  return held_;
}

void PackedBits::let_go() {
  const bool last = held_ != nullptr && held_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1;
  if (last) ::operator delete(held_);
}

std::uint64_t PackedBits::operator[](std::size_t at) const {
  return empty() ? 0 : number_at(held_->words(), at * held_->bits, held_->bits);
}

void PackedBits::take(std::span<std::uint64_t> into) const {
  if (empty()) {
    std::ranges::fill(into, 0);
    return;
  }
  const std::uint64_t* words = held_->words();
  const unsigned bits = held_->bits;
  std::size_t bit = 0;
  for (std::uint64_t& each : into) {
    each = number_at(words, bit, bits);
    bit += bits;
  }
}

// Differences are counted without a sign, which holds that of any two numbers.
PackedNumbers::Block PackedNumbers::packed(std::span<const std::int64_t> numbers) {
  const std::int64_t base = *std::ranges::min_element(numbers);
  std::array<std::uint64_t, block_size> differences{};
  std::ranges::transform(numbers, differences.begin(), [base](std::int64_t each) {
    return static_cast<std::uint64_t>(each) - static_cast<std::uint64_t>(base);
  });
  return {base, PackedBits(differences)};
}

std::int64_t PackedNumbers::operator[](std::size_t at) const {
  const std::size_t block = at / block_size;
  if (block == blocks_.size()) return last_[at % block_size];
  const auto& [base, differences] = blocks_[block];
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + differences[at % block_size]);
}

void PackedNumbers::push_back(std::int64_t number) {
  last_.push_back(number);
  if (last_.size() < block_size) return;
  // By a part of what there is: twice as many blocks would stay empty for good.
  if (blocks_.size() == blocks_.capacity())
    blocks_.reserve(blocks_.size() + blocks_.size() / 8 + 4);
  blocks_.push_back(packed(last_));
  last_.clear();
}

void PackedNumbers::set(std::size_t at, std::int64_t number) {
  const std::size_t block = at / block_size;
  if (block == blocks_.size()) {
    last_[at % block_size] = number;
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
  last_.resize(size - blocks_.size() * block_size);
}

// In place of what stood behind it.
void PackedNumbers::unpack_last() {
  last_.resize(block_size);
  take(blocks_.size() - 1, last_);
  blocks_.pop_back();
}

void PackedNumbers::shrink_to_fit() {
  blocks_.shrink_to_fit();
  last_.shrink_to_fit();
}

std::size_t PackedNumbers::size_of(std::size_t block) const {
  return block < blocks_.size() ? block_size : last_.size();
}

std::optional<std::int64_t> PackedNumbers::only_number(std::size_t block) const {
  if (block < blocks_.size())
    return blocks_[block].differences.empty() ? std::optional(blocks_[block].base) : std::nullopt;
  const bool differ = std::ranges::adjacent_find(last_, std::not_equal_to()) != last_.end();
  return differ ? std::nullopt : std::optional(last_.front());
}

void PackedNumbers::take(std::size_t block, std::span<std::int64_t> into) const {
  if (block == blocks_.size()) {
    std::ranges::copy(last_, into.begin());
    return;
  }
  std::array<std::uint64_t, block_size> differences;
  blocks_[block].differences.take(differences);
  const auto base = static_cast<std::uint64_t>(blocks_[block].base);
  std::ranges::transform(differences, into.begin(), [base](std::uint64_t each) {
    return static_cast<std::int64_t>(base + each);
  });
}

}  // namespace yokoten
