#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/packed_bits.h"

namespace yokoten {

/// What the numbers of a block are more than its least one, in as few bits each as the greatest of
/// these differences needs. Copies share them; they never change. None where all are 0.
class PackedBits {
 public:
  PackedBits() = default;
  PackedBits(std::span<const std::int64_t, packed_bits::block_size> numbers,
             const packed_bits::Extent& extent);
  PackedBits(const PackedBits& other) : held_(other.shared()) {}
  PackedBits(PackedBits&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  PackedBits& operator=(PackedBits other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~PackedBits() { let_go(); }

  bool empty() const { return held_ == nullptr; }
  unsigned bits() const { return empty() ? 0 : held_->bits; }
  const unsigned char* bytes() const;
  bool operator==(const PackedBits& other) const;

 private:
  /// Stands in front of the bits, in the same allocation.
  struct Held {
    std::atomic<std::uint32_t> holders;
    std::uint32_t bits;
  };

  Held* shared() const;
  void let_go();

  Held* held_ = nullptr;
};

/// Whole numbers that there are millions of, in blocks. Each block is its least number and, for
/// each of its numbers, as few bits as the greatest needs: none where all are the same. The last
/// block is packed when it is full. Copies share blocks and change by themselves.
class PackedNumbers {
 public:
  static constexpr std::size_t block_size = packed_bits::block_size;

  /// A block to read numbers from, by their positions in it: good until one is set or added.
  class View {
   public:
    View() = default;
    View(const unsigned char* bytes, unsigned bits, std::int64_t base)
        : bytes_(bytes),
          bits_(bits),
          mask_(packed_bits::mask_of(bits)),
          base_(static_cast<std::uint64_t>(base)) {}

    std::int64_t operator[](std::size_t at) const {
      const std::uint64_t difference = packed_bits::difference_at(bytes_, bits_, mask_, at);
      return static_cast<std::int64_t>(base_ + difference);
    }
    /// False only where no number of the block is that one.
    bool may_hold(std::int64_t number) const {
      return static_cast<std::uint64_t>(number) - base_ <= mask_;
    }

   private:
    const unsigned char* bytes_ = nullptr;
    std::size_t bits_ = 0;
    std::uint64_t mask_ = 0, base_ = 0;
  };

  std::size_t size() const { return blocks_.size() * block_size + count_; }
  bool empty() const { return size() == 0; }
  std::int64_t operator[](std::size_t at) const { return view(at / block_size)[at % block_size]; }
  void push_back(std::int64_t number) {
    if (count_ == room_.size()) grow_room();
    room_[count_++] = number;
    if (count_ == block_size) pack_last();
  }
  /// Adds a whole block behind whole blocks.
  void append(std::span<const std::int64_t, block_size> numbers);
  /// Packs the number's block anew.
  void set(std::size_t at, std::int64_t number);
  /// Takes away what is behind, or fills up with `number`.
  void resize(std::size_t size, std::int64_t number = 0);
  /// Gives back what is kept for numbers to come.
  void shrink_to_fit();

  /// Blocks with the last one, which may have fewer numbers.
  std::size_t blocks() const { return (size() + block_size - 1) / block_size; }
  std::size_t size_of(std::size_t block) const {
    return block < blocks_.size() ? block_size : count_;
  }
  View view(std::size_t block) const;
  /// The number that all of the block are; none where they differ.
  std::optional<std::int64_t> only_number(std::size_t block) const;
  std::int64_t least(std::size_t block) const;
  /// Whether both hold the same numbers; of the last one nobody knows.
  bool are_same(std::size_t block, std::size_t other) const;
  /// Writes all numbers of the block to the beginning of `into`, which has room for a whole one.
  void take(std::size_t block, std::span<std::int64_t> into) const;

 private:
  struct Block {
    std::int64_t base = 0;
    PackedBits differences;
  };

  static Block packed(std::span<const std::int64_t, block_size> numbers);
  std::span<const std::int64_t> last() const { return std::span(room_).first(count_); }
  void grow_room();
  void pack_last();
  void unpack_last();

  std::vector<Block> blocks_;
  std::vector<std::int64_t> room_;  // of the last block, for as many as it has, or some more
  std::size_t count_ = 0;           // fewer than a block
};

}  // namespace yokoten
