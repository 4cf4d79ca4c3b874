#include "model/packed_observations.h"

#include <algorithm>

namespace yokoten {

PackedObservations::PackedObservations(std::span<const Observation> observations) {
  blocks_.reserve(observations.size() / block_size);
  for (; observations.size() >= block_size; observations = observations.subspan(block_size))
    blocks_.emplace_back(observations.first<block_size>());
  last_.assign(observations.begin(), observations.end());
}

Observation PackedObservations::operator[](std::size_t at) const {
  return is_packed(at) ? in_block(at)[at % block_size] : in_last(at);
}

std::span<const Observation> PackedObservations::block(std::size_t number,
                                                       std::vector<Observation>& room) const {
  if (number == blocks_.size()) return last_;
  room.resize(block_size);
  blocks_[number].unpack(std::span<Observation, block_size>(room));
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
  block(at / block_size, room);
  room[at % block_size] = observation;
  blocks_[at / block_size] = ObservationBlock(std::span<const Observation, block_size>(room));
}

}  // namespace yokoten
