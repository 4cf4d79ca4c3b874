#pragma once

#include <functional>
#include <list>

namespace yokoten {

/// What a program that a signal ended exits with, plus the signal's number.
inline constexpr int ended_by_signal = 128;

/// From here on Ctrl-C (SIGINT), SIGTERM and SIGHUP do what AtSignal says and end the program with
/// `ended_by_signal` and their number; those that whoever started the program had switched off stay
/// so. To be called once, before there are other threads. Where the system gives no thread to wait
/// for them, they end the program at once, as SIGKILL does.
void await_signals();

/// What is done before a signal ends the program, by a thread of its own, while the object lives;
/// the newest is done first. `work` makes no AtSignal itself.
class AtSignal {
 public:
  explicit AtSignal(std::function<void()> work);
  /// Calls `begin`, which returns the work; no signal is heard between the two. For what lives on
  /// without this program, as another that it starts.
  static AtSignal after(const std::function<std::function<void()>()>& begin);
  ~AtSignal();
  AtSignal(const AtSignal&) = delete;
  AtSignal& operator=(const AtSignal&) = delete;

 private:
  struct Begin {
    const std::function<std::function<void()>()>& work;
  };
  explicit AtSignal(Begin begin);

  std::list<std::function<void()>>::iterator place_;
};

/// From here on no signal ends the program: what was begun is completed, which takes moments. For
/// the steps after which something else stands than before.
void complete_undisturbed();

/// Signals end the program again. The one that came meanwhile; 0 for none.
int disturbable_again();

/// Programs that this one starts listen to signals as usual. For the child between fork and exec.
void heed_signals();

}  // namespace yokoten
