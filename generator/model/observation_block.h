#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/packed_bits.h"
#include "model/observation.h"

namespace yokoten {

/// Observations that stand behind one another, packed: what all have in common is kept once, and
/// each member in which they differ as a column of few bits. Mostly some ten bytes for each.
class ObservationBlock {
 public:
  static constexpr std::size_t size = packed_bits::block_size;

  explicit ObservationBlock(std::span<const Observation, size> observations);

  Observation operator[](std::size_t at) const;
  int area(std::size_t at) const { return least_.area + difference(0, at); }
  int period(std::size_t at) const { return least_.period + difference(1, at); }
  int breakdown(std::size_t at) const { return least_.breakdown + difference(2, at); }
  /// All of them, in place of what stood there.
  void unpack(std::vector<Observation>& into) const;

 private:
  /// The order in which members have their numbers in `bits_` and their columns. Of a number there
  /// are two, the digits and the places behind the point; of an origin three.
  struct Members;
  static constexpr std::size_t most_members = 32;

  int difference(std::size_t member, std::size_t at) const;

  Observation least_;                              // of each member, or what all have
  std::array<std::uint8_t, most_members> bits_{};  // 0 for a member without a column
  std::vector<unsigned char> columns_;             // one behind the other
};

}  // namespace yokoten
