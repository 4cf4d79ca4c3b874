#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace yokoten {

/// The same of texts that have so many bytes at least, and twice as many at most.
template <typename Word>
bool same_ends(std::string_view one, std::string_view other) {
  Word first, last, other_first, other_last;
  const std::size_t rest = one.size() - sizeof(Word);
  std::memcpy(&first, one.data(), sizeof(Word));
  std::memcpy(&last, one.data() + rest, sizeof(Word));
  std::memcpy(&other_first, other.data(), sizeof(Word));
  std::memcpy(&other_last, other.data() + rest, sizeof(Word));
  return first == other_first && last == other_last;
}

/// Whether the few bytes of two cells are the same, without a call for them.
[[gnu::always_inline]] inline bool same_text(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  if (one.size() > 16) return one == other;
  if (one.size() >= 8) return same_ends<std::uint64_t>(one, other);
  if (one.size() >= 4) return same_ends<std::uint32_t>(one, other);
  if (one.size() >= 2) return same_ends<std::uint16_t>(one, other);
  return one.empty() || one[0] == other[0];
}

}  // namespace yokoten
