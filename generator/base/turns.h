#pragma once

#include <atomic>
#include <cstddef>

namespace yokoten {

/// Lets the calls of share_out() do the last of their work one after the other, in the order of
/// their numbers. As these are begun in that order, the one whose turn it is waits for nobody.
class Turns {
 public:
  /// Calls make(), and with what it made take(), once all numbers before this one have had their
  /// turn. One that fails hands its turn on, so that nobody waits for it for ever.
  template <typename Make, typename Take>
  void in_turn(std::size_t number, const Make& make, const Take& take) {
    const Turn own{*this, number};
    auto made = make();
    own.wait();
    take(made);
  }

 private:
  struct Turn {
    ~Turn() {
      wait();
      ++turns.next_;
      turns.next_.notify_all();
    }
    void wait() const {
      for (std::size_t now = turns.next_; now != number; now = turns.next_) turns.next_.wait(now);
    }

    Turns& turns;
    std::size_t number;
  };

  std::atomic<std::size_t> next_{0};
};

}  // namespace yokoten
