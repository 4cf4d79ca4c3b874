#include "base/interruption.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace yokoten {
namespace {

/// Never destroyed: a signal may come while the program ends.
struct Signals {
  std::mutex guard;
  std::list<std::function<void()>> works;  ///< the newest first
  bool undisturbed = false;
  int came = 0;  ///< while undisturbed
};

Signals& signals() {
  static auto& all = *new Signals;
  return all;
}

sigset_t awaited_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    if (sigaction(each, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(&set, each);
  }
  return set;
}

// Ends with the guard held: no other thread gets into or out of what AtSignal says any more.
void take_signal(int number) {
  Signals& all = signals();
  all.guard.lock();
  if (!all.undisturbed) {
    for (const auto& work : all.works) work();
    _exit(ended_by_signal + number);
  }
  all.came = number;
  all.guard.unlock();
}

}  // namespace

void await_signals() {
  const sigset_t set = awaited_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  try {
    std::thread([set] {
      for (int number = 0; sigwait(&set, &number) == 0;) take_signal(number);
    }).detach();
  } catch (const std::system_error&) {
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  }
}

AtSignal::AtSignal(std::function<void()> work) {
  const std::lock_guard lock(signals().guard);
  place_ = signals().works.insert(signals().works.begin(), std::move(work));
}

AtSignal::AtSignal(Begin begin) {
  const std::lock_guard lock(signals().guard);
  place_ = signals().works.insert(signals().works.begin(), begin.work());
}

AtSignal AtSignal::after(const std::function<std::function<void()>()>& begin) {
  return AtSignal(Begin{begin});
}

AtSignal::~AtSignal() {
  const std::lock_guard lock(signals().guard);
  signals().works.erase(place_);
}

void complete_undisturbed() {
  const std::lock_guard lock(signals().guard);
  signals().undisturbed = true;
}

int disturbable_again() {
  const std::lock_guard lock(signals().guard);
  signals().undisturbed = false;
  return std::exchange(signals().came, 0);
}

void heed_signals() {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace yokoten
