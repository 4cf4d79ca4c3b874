#include "base/packed_bytes.h"

#include <cstring>

namespace yokoten {
namespace {

constexpr unsigned bits_a_byte = 7, more_follows = 1U << bits_a_byte;

}  // namespace

// The sign goes last, so that -1 is as short as 1; then seven bits a byte, the lowest first.
void PackedWriter::add(std::int64_t number) {
  auto rest = static_cast<std::uint64_t>(number) << 1U ^ static_cast<std::uint64_t>(number >> 63);
  for (; rest >= more_follows; rest >>= bits_a_byte)
    bytes += static_cast<char>(rest | more_follows);
  bytes += static_cast<char>(rest);
}

void PackedWriter::add(std::string_view text) {
  add(static_cast<std::int64_t>(text.size()));
  bytes += text;
}

void PackedWriter::add(std::span<const std::uint64_t> numbers) {
  add(static_cast<std::int64_t>(numbers.size()));
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

std::int64_t PackedReader::number() {
  std::uint64_t read = 0;
  for (unsigned at = 0; at < 64 && !rest_.empty(); at += bits_a_byte) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    read |= std::uint64_t{byte} % more_follows << at;
    if (byte < more_follows)
      return static_cast<std::int64_t>(read >> 1U ^ (std::uint64_t{0} - (read & 1U)));
  }
  good_ = false;
  return 0;
}

std::size_t PackedReader::count(std::size_t bytes_of_each) {
  const std::int64_t count = number();
  good_ = good_ && count >= 0 && static_cast<std::size_t>(count) <= rest_.size() / bytes_of_each;
  return good_ ? static_cast<std::size_t>(count) : 0;
}

std::string_view PackedReader::text() {
  const std::string_view text = rest_.substr(0, count(1));
  rest_.remove_prefix(text.size());
  return text;
}

std::vector<std::uint64_t> PackedReader::numbers() {
  std::vector<std::uint64_t> numbers(count(sizeof(std::uint64_t)));
  const std::size_t size = numbers.size() * sizeof(std::uint64_t);
  if (size > 0) std::memcpy(numbers.data(), rest_.data(), size);
  rest_.remove_prefix(size);
  return numbers;
}

}  // namespace yokoten
