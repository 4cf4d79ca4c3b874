#include "model/observation_list.h"

#include <algorithm>
#include <utility>

namespace yokoten {

const Observation& ObservationList::read(std::size_t at, Observation& room) const {
  if (!packed_) return plain_[at];
  return room = (*packed_)[at];
}

std::span<const Observation> ObservationList::stretch(std::size_t begin, std::size_t end,
                                                      std::vector<Observation>& room) const {
  if (packed_) return packed_->stretch(begin, end, room);
  return std::span(plain_).subspan(begin, end - begin);
}

void ObservationList::push_back(Observation observation) {
  observation.kept_in = KeptIn::cube;
  if (packed_)
    packed_->push_back(observation);
  else
    plain_.push_back(observation);
  if (plain_.size() >= many) pack();
}

void ObservationList::set(std::size_t at, Observation observation) {
  observation.kept_in = KeptIn::cube;
  if (packed_)
    packed_->set(at, observation);
  else
    plain_[at] = observation;
}

void ObservationList::pack() {
  packed_.emplace(plain_);
  std::vector<Observation>().swap(plain_);  // gives its room back
}

void ObservationList::unpack() {
  std::vector<Observation> all, room;
  all.reserve(size());
  while (all.size() < size()) {
    const auto block = stretch(all.size(), size(), room);
    all.insert(all.end(), block.begin(), block.end());
  }
  plain_ = std::move(all);
  packed_.reset();
}

// The observations are large: each is moved once, and there is no second list of them.
void ObservationList::reorder(std::vector<std::size_t> from) {
  if (packed_) unpack();
  for (std::size_t begin = 0; begin < from.size(); ++begin) {
    if (from[begin] == begin) continue;
    const Observation first = plain_[begin];
    std::size_t at = begin;
    while (from[at] != begin) {
      plain_[at] = plain_[from[at]];
      at = std::exchange(from[at], at);
    }
    plain_[at] = first;
    from[at] = at;
  }
  if (plain_.size() >= many) pack();
}

std::size_t Observations::size() const {
  std::size_t all = 0;
  for (const ObservationList& each : lists_) all += each.size();
  return lists_.empty() ? 0 : all - begin_ - (lists_.back().size() - end_);
}

void Observations::start() {
  list_ = 0;
  at_ = begin_;
  go_on();
}

void Observations::go_on() {
  next_ = stop_ = nullptr;
  while (next_ == stop_ && list_ < lists_.size()) {
    const ObservationList& list = lists_[list_];
    const std::size_t end = list_ + 1 == lists_.size() ? end_ : list.size();
    if (at_ < end) {
      const auto found = list.stretch(at_, end, room_);
      next_ = found.data();
      stop_ = next_ + found.size();
      at_ += found.size();
    } else {
      ++list_;
      at_ = 0;
    }
  }
}

}  // namespace yokoten
