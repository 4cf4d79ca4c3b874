#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/observation.h"
#include "model/observation_block.h"

namespace yokoten {

/// Observations that there are hundreds of thousands of, in blocks that take little room. The last
/// block is packed when it is full.
class PackedObservations {
 public:
  static constexpr std::size_t block_size = ObservationBlock::size;

  PackedObservations() = default;
  explicit PackedObservations(std::span<const Observation> observations);

  std::size_t size() const { return blocks_.size() * block_size + last_.size(); }
  Observation operator[](std::size_t at) const;
  int area(std::size_t at) const {
    return is_packed(at) ? in_block(at).area(at % block_size) : in_last(at).area;
  }
  int period(std::size_t at) const {
    return is_packed(at) ? in_block(at).period(at % block_size) : in_last(at).period;
  }
  int breakdown(std::size_t at) const {
    return is_packed(at) ? in_block(at).breakdown(at % block_size) : in_last(at).breakdown;
  }
  /// As many of those from `begin` to `end` as stand in the block of the first: as they are, or
  /// unpacked into `room`.
  std::span<const Observation> stretch(std::size_t begin, std::size_t end,
                                       std::vector<Observation>& room) const;

  void push_back(const Observation& observation);
  void set(std::size_t at, const Observation& observation);

 private:
  bool is_packed(std::size_t at) const { return at / block_size < blocks_.size(); }
  const ObservationBlock& in_block(std::size_t at) const { return blocks_[at / block_size]; }
  const Observation& in_last(std::size_t at) const { return last_[at % block_size]; }

  std::vector<ObservationBlock> blocks_;
  std::vector<Observation> last_;  // fewer than a block
};

}  // namespace yokoten
