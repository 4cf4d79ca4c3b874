#include "base/threads.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace yokoten {
namespace {

std::atomic<int> said{0};  // 0: nobody has said how many

}  // namespace

int threads() {
  return said > 0 ? said.load()
                  : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void set_threads(int number) { said = number; }

void share_out(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t at = next++; at < count; at = next++) work(at);
  };
  on_threads(std::min(count, static_cast<std::size_t>(threads())), take);
}

void on_threads(std::size_t most, const std::function<void()>& work) {
  std::vector<std::jthread> others;
  try {
    for (std::size_t number = 1; number < most; ++number) others.emplace_back(work);
  } catch (const std::system_error&) {  // a limit of the account or of the container
  }
  work();
}

}  // namespace yokoten
