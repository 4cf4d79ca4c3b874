#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// Numbers and texts as bytes: small numbers take few.
class PackedWriter {
 public:
  void add(std::int64_t number);
  void add(std::string_view text);
  /// Numbers that are as often large as small, as this machine holds them.
  void add(std::span<const std::uint64_t> numbers);

  std::string bytes;
};

/// Reads what PackedWriter wrote, in the same order. What is missing is 0 or empty and makes it
/// unsound.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : rest_(bytes) {}

  bool is_sound() const { return good_; }
  bool is_at_end() const { return good_ && rest_.empty(); }
  std::int64_t number();
  /// How many come, of which each takes so many bytes at least.
  std::size_t count(std::size_t bytes_of_each);
  std::string_view text();
  std::vector<std::uint64_t> numbers();

 private:
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace yokoten
