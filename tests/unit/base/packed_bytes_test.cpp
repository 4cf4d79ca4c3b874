#include "base/packed_bytes.h"

#include <doctest/doctest.h>

#include <array>
#include <limits>

namespace yokoten {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
constexpr std::array<std::int64_t, 12> any_numbers = {
    0, 1, -1, 63, -64, 64, -65, 8191, 8192, 1234567890123, Limits::min(), Limits::max()};

}  // namespace

TEST_CASE("numbers, texts and lists are read as they were written") {
  PackedWriter writer;
  for (const std::int64_t each : any_numbers) writer.add(each);
  writer.add("横展");
  writer.add("");
  writer.add(std::vector<std::uint64_t>{7, ~std::uint64_t{0}});
  writer.add(std::vector<std::uint64_t>{});
  PackedReader reader(writer.bytes);
  for (const std::int64_t each : any_numbers) CHECK(reader.number() == each);
  CHECK(reader.text() == "横展");
  CHECK(reader.text().empty());
  CHECK(reader.numbers() == std::vector<std::uint64_t>{7, ~std::uint64_t{0}});
  CHECK(reader.numbers().empty());
  CHECK(reader.is_at_end());
}

TEST_CASE("a small number takes one byte, whatever its sign") {
  PackedWriter writer;
  writer.add(63);
  writer.add(-64);
  CHECK(writer.bytes.size() == 2);
}

TEST_CASE("what is cut off anywhere is noticed") {
  PackedWriter writer;
  writer.add(1234567890123);
  writer.add("横展");
  writer.add(std::vector<std::uint64_t>{1, 2, 3});
  for (std::size_t size = 0; size < writer.bytes.size(); ++size) {
    PackedReader reader(std::string_view(writer.bytes).substr(0, size));
    reader.number();
    reader.text();
    reader.numbers();
    CHECK_FALSE(reader.is_sound());
  }
}

TEST_CASE("a count that can't be is none") {
  PackedWriter writer;
  writer.add(5);
  writer.bytes += "1234";
  PackedReader reader(writer.bytes);
  CHECK(reader.count(1) == 0);
  CHECK_FALSE(reader.is_sound());
}

TEST_CASE("a number that never ends is none") {
  const std::string bytes(20, '\xff');
  PackedReader reader(bytes);
  CHECK(reader.number() == 0);
  CHECK_FALSE(reader.is_sound());
}

}  // namespace yokoten
