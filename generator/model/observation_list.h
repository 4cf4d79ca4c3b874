#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "model/observation.h"
#include "model/packed_observations.h"

namespace yokoten {

class Observations;

/// The observations of an indicator, found by their positions. Few are kept as they are, which is
/// fastest; of many the most room is saved by packing them.
class ObservationList {
 public:
  /// So many are packed: with them all, a prefecture's or today's nation's are few.
  static constexpr std::size_t many = 1U << 17U;

  std::size_t size() const { return packed_ ? packed_->size() : plain_.size(); }
  bool empty() const { return size() == 0; }
  Observation operator[](std::size_t at) const { return packed_ ? (*packed_)[at] : plain_[at]; }
  int area(std::size_t at) const { return packed_ ? packed_->area(at) : plain_[at].area; }
  int period(std::size_t at) const { return packed_ ? packed_->period(at) : plain_[at].period; }
  int breakdown(std::size_t at) const {
    return packed_ ? packed_->breakdown(at) : plain_[at].breakdown;
  }
  Observations all() const;
  /// The one at a position: itself, or unpacked into `room`.
  const Observation& read(std::size_t at, Observation& room) const;
  /// As many of those from `begin` to `end` as lie side by side, one at least where there is one:
  /// themselves, or unpacked into `room`.
  std::span<const Observation> stretch(std::size_t begin, std::size_t end,
                                       std::vector<Observation>& room) const;

  /// Of so many that follow.
  void reserve(std::size_t size) { plain_.reserve(std::min(size, many)); }
  void push_back(Observation observation);
  void set(std::size_t at, Observation observation);
  void clear() { *this = {}; }
  /// Puts the one at `from[at]` at each position.
  void reorder(std::vector<std::size_t> from);

 private:
  void pack();
  void unpack();

  std::vector<Observation> plain_;
  std::optional<PackedObservations> packed_;  // all of them, and plain_ is empty
};

/// Observations of one list after the other, to be gone through once at a time.
class Observations {
 public:
  Observations(std::span<const ObservationList> lists, std::size_t begin, std::size_t end)
      : lists_(lists), begin_(begin), end_(end) {}
  Observations(const Observations&) = delete;
  Observations& operator=(const Observations&) = delete;

  class Iterator {
   public:
    using value_type = Observation;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    explicit Iterator(Observations& all) : all_(&all) {}
    const Observation& operator*() const { return *all_->next_; }
    const Observation* operator->() const { return all_->next_; }
    Iterator& operator++() {
      if (++all_->next_ == all_->stop_) all_->go_on();
      return *this;
    }
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t /*end*/) const { return all_->next_ == nullptr; }

   private:
    Observations* all_ = nullptr;
  };

  /// Begins anew: what iterators pointed to is no more.
  Iterator begin() {
    start();
    return Iterator(*this);
  }
  std::default_sentinel_t end() const { return {}; }
  std::size_t size() const;
  bool empty() const { return size() == 0; }
  /// Of the observation that is looked at: among those of its list.
  std::size_t position() const { return at_ - static_cast<std::size_t>(stop_ - next_); }

 private:
  void start();
  void go_on();

  std::span<const ObservationList> lists_;
  std::size_t begin_ = 0, end_ = 0;  // positions in the first and the last of the lists
  std::size_t list_ = 0, at_ = 0;    // what comes behind stop_
  const Observation *next_ = nullptr, *stop_ = nullptr;
  std::vector<Observation> room_;
};

/// Observations of a list that stand behind one another in it.
struct ObservationRun {
  const ObservationList* list = nullptr;
  std::size_t begin = 0, end = 0;

  std::size_t size() const { return end - begin; }
  Observations figures() const { return {std::span(list, 1), begin, end}; }
};

inline Observations ObservationList::all() const { return {std::span(this, 1), 0, size()}; }

}  // namespace yokoten
