#include "model/packed_observations.h"

#include <algorithm>

namespace yokoten {
namespace {

// Unpacked one by one they take as long as a whole block.
constexpr std::size_t few = PackedObservations::block_size / 4;

}  // namespace

PackedObservations::PackedObservations(std::span<const Observation> observations) {
  blocks_.reserve(observations.size() / block_size);
  for (; observations.size() >= block_size; observations = observations.subspan(block_size))
    blocks_.emplace_back(observations.first<block_size>());
  last_.assign(observations.begin(), observations.end());
}

Observation PackedObservations::operator[](std::size_t at) const {
  return is_packed(at) ? in_block(at)[at % block_size] : in_last(at);
}

// A few are unpacked one by one.
std::span<const Observation> PackedObservations::stretch(std::size_t begin, std::size_t end,
                                                         std::vector<Observation>& room) const {
  const std::size_t first = begin % block_size, size = std::min(end - begin, block_size - first);
  if (!is_packed(begin)) return std::span(last_).subspan(first, size);
  const ObservationBlock& block = in_block(begin);
  if (size > few) {
    block.unpack(room);
    return std::span(room).subspan(first, size);
  }
  room.clear();
  for (std::size_t at = 0; at < size; ++at) room.push_back(block[first + at]);
  return room;
}

void PackedObservations::push_back(const Observation& observation) {
  last_.push_back(observation);
  if (last_.size() < block_size) return;
  blocks_.emplace_back(std::span<const Observation, block_size>(last_));
  last_.clear();
}

void PackedObservations::set(std::size_t at, const Observation& observation) {
  if (!is_packed(at)) {
    last_[at % block_size] = observation;
    return;
  }
  std::vector<Observation> room;
  in_block(at).unpack(room);
  room[at % block_size] = observation;
  blocks_[at / block_size] = ObservationBlock(std::span<const Observation, block_size>(room));
}

}  // namespace yokoten
