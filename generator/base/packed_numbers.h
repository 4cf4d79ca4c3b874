#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace yokoten {

/// Differences of numbers to their base, as many bits each as the largest needs. Copies share them;
/// they are never changed. Empty where all are 0.
class PackedBits {
 public:
  PackedBits() = default;
  explicit PackedBits(std::span<const std::uint64_t> differences);
  PackedBits(const PackedBits& other) : held_(other.shared()) {}
  PackedBits(PackedBits&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  PackedBits& operator=(PackedBits other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~PackedBits() { let_go(); }

  bool empty() const { return held_ == nullptr; }
  std::uint64_t operator[](std::size_t at) const;
  void take(std::span<std::uint64_t> into) const;

 private:
  struct Held;  // words stand behind it, in the same allocation

  Held* shared() const;
  void let_go();

  Held* held_ = nullptr;
};

/// Whole numbers that there are millions of, in blocks. Each block is its smallest number and, for
/// each of its numbers, as few bits as the largest needs: none where all are the same. The last
/// block is packed when it is full. Copies share blocks and change by themselves.
class PackedNumbers {
 public:
  static constexpr std::size_t block_size = 256;

  std::size_t size() const { return blocks_.size() * block_size + last_.size(); }
  bool empty() const { return size() == 0; }
  std::int64_t operator[](std::size_t at) const;
  void push_back(std::int64_t number);
  /// Packs the number's block anew.
  void set(std::size_t at, std::int64_t number);
  /// Takes away what is behind, or fills up with `number`.
  void resize(std::size_t size, std::int64_t number = 0);
  /// Gives back what is kept for numbers to come.
  void shrink_to_fit();

  /// Blocks with the last one, which may have fewer numbers.
  std::size_t blocks() const { return (size() + block_size - 1) / block_size; }
  std::size_t size_of(std::size_t block) const;
  /// The number that all of the block are; none where they differ.
  std::optional<std::int64_t> only_number(std::size_t block) const;
  /// Writes all numbers of the block to the beginning of `into`.
  void take(std::size_t block, std::span<std::int64_t> into) const;

 private:
  struct Block {
    std::int64_t base = 0;
    PackedBits differences;
  };

  static Block packed(std::span<const std::int64_t> numbers);
  void unpack_last();

  std::vector<Block> blocks_;
  std::vector<std::int64_t> last_;  // fewer than a block
};

}  // namespace yokoten
