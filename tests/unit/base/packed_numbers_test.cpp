#include "base/packed_numbers.h"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <random>

using namespace yokoten;

namespace {

constexpr std::size_t one_block = PackedNumbers::block_size;
constexpr std::int64_t least_number = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most_number = std::numeric_limits<std::int64_t>::max();

PackedNumbers packed_of(const std::vector<std::int64_t>& numbers) {
  PackedNumbers packed;
  for (const std::int64_t each : numbers) packed.push_back(each);
  return packed;
}

std::vector<std::int64_t> one_by_one(const PackedNumbers& packed) {
  std::vector<std::int64_t> numbers;
  for (std::size_t at = 0; at < packed.size(); ++at) numbers.push_back(packed[at]);
  return numbers;
}

std::vector<std::int64_t> by_blocks(const PackedNumbers& packed) {
  std::vector<std::int64_t> numbers;
  std::array<std::int64_t, one_block> taken{};
  for (std::size_t block = 0; block < packed.blocks(); ++block) {
    packed.take(block, taken);
    numbers.insert(numbers.end(), taken.begin(),
                   taken.begin() + static_cast<std::ptrdiff_t>(packed.size_of(block)));
  }
  return numbers;
}

/// Numbers that need so many bits, in two full blocks and a part of one.
std::vector<std::int64_t> numbers_of(unsigned bits) {
  std::mt19937_64 random(bits);
  std::vector<std::int64_t> numbers(one_block * 2 + 9);
  const std::uint64_t base = random();
  for (std::int64_t& each : numbers)
    each = static_cast<std::int64_t>(base + (bits == 0 ? 0 : random() >> (64 - bits)));
  return numbers;
}

}  // namespace

TEST_CASE("numbers of any number of bits come back one by one as they were") {
  for (unsigned bits = 0; bits <= 64; ++bits)
    CHECK(one_by_one(packed_of(numbers_of(bits))) == numbers_of(bits));
}

TEST_CASE("numbers of any number of bits come back by blocks as they were") {
  for (unsigned bits = 0; bits <= 64; ++bits)
    CHECK(by_blocks(packed_of(numbers_of(bits))) == numbers_of(bits));
}

TEST_CASE("the least and the greatest number there are stand in one block") {
  std::vector<std::int64_t> numbers(one_block, 0);
  numbers[3] = least_number;
  numbers[4] = most_number;
  numbers[255] = -1;
  CHECK(one_by_one(packed_of(numbers)) == numbers);
  CHECK(by_blocks(packed_of(numbers)) == numbers);
}

TEST_CASE("blocks end where one more number would be too many") {
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{1}, one_block - 1, one_block, one_block + 1, one_block * 2}) {
    const PackedNumbers packed = packed_of(std::vector<std::int64_t>(count, 7));
    CHECK(packed.size() == count);
    CHECK(packed.blocks() == (count + one_block - 1) / one_block);
    CHECK(by_blocks(packed).size() == count);
  }
}

TEST_CASE("a block of one number says which, full or not") {
  std::vector<std::int64_t> numbers(one_block + 2, -5);
  CHECK(packed_of(numbers).only_number(0) == -5);
  CHECK(packed_of(numbers).only_number(1) == -5);
  numbers.front() = numbers.back() = 0;
  CHECK_FALSE(packed_of(numbers).only_number(0));
  CHECK_FALSE(packed_of(numbers).only_number(1));
}

TEST_CASE("a block tells its least number, full or not") {
  std::vector<std::int64_t> numbers(one_block + 2, 3);
  numbers[7] = numbers.back() = -9;
  CHECK(packed_of(numbers).least(0) == -9);
  CHECK(packed_of(numbers).least(1) == -9);
}

TEST_CASE("a view may hold what its block holds, and nothing far from it") {
  std::vector<std::int64_t> numbers(one_block, 100);
  numbers[7] = 107;
  const PackedNumbers packed = packed_of(numbers);
  CHECK(packed.view(0).may_hold(100));
  CHECK(packed.view(0).may_hold(107));
  CHECK_FALSE(packed.view(0).may_hold(99));
  CHECK_FALSE(packed.view(0).may_hold(108));
  CHECK_FALSE(packed.view(0).may_hold(least_number));
}

TEST_CASE("a whole block is added at once as one by one") {
  const std::vector<std::int64_t> numbers = numbers_of(11);
  PackedNumbers packed;
  packed.append(std::span(numbers).first<one_block>());
  for (const std::int64_t each : std::span(numbers).subspan<one_block>()) packed.push_back(each);
  CHECK(one_by_one(packed) == numbers);
}

TEST_CASE("a copy keeps its numbers where the other's are set, taken away and added") {
  const std::vector<std::int64_t> numbers = numbers_of(17);
  PackedNumbers packed = packed_of(numbers);
  const PackedNumbers copy = packed;
  packed.set(0, most_number);
  packed.set(numbers.size() - 1, least_number);
  packed.resize(300);
  packed.push_back(1);
  CHECK(one_by_one(copy) == numbers);
}

TEST_CASE("numbers are held by who assigns them, after the first holder is gone") {
  const std::vector<std::int64_t> numbers = numbers_of(9);
  PackedNumbers held = packed_of(numbers_of(30));
  {
    const PackedNumbers first = packed_of(numbers);
    held = first;
  }
  CHECK(one_by_one(held) == numbers);
}

TEST_CASE("fewer numbers are the first ones, and more are filled up") {
  std::vector<std::int64_t> numbers = numbers_of(12);
  PackedNumbers packed = packed_of(numbers);
  for (const std::size_t size : {one_block * 2, one_block + 1, std::size_t{600}, std::size_t{3},
                                 std::size_t{0}, one_block}) {
    packed.resize(size, 4);
    numbers.resize(size, 4);
    CHECK(one_by_one(packed) == numbers);
  }
}

TEST_CASE("after any changes there stands what stands in a plain list") {
  std::mt19937_64 random(1);
  std::vector<std::int64_t> plain;
  PackedNumbers packed;
  for (int turn = 0; turn < 20'000; ++turn) {
    const auto number = static_cast<std::int64_t>(random() >> (random() % 64)) - 40;
    if (plain.empty() || random() % 8 > 0) {
      plain.push_back(number);
      packed.push_back(number);
    } else {
      const std::size_t at = random() % plain.size();
      plain[at] = number;
      packed.set(at, number);
    }
    if (random() % 2000 == 0) {
      plain.resize(random() % plain.size());
      packed.resize(plain.size());
    }
  }
  CHECK(one_by_one(packed) == plain);
  CHECK(by_blocks(packed) == plain);
}
