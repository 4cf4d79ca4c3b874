#include "protect/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace yokoten {

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t at = next++; at < count; at = next++) work(at);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> threads;
  for (std::size_t number = 1; number < std::min(cores, count); ++number)
    threads.emplace_back(take);
  take();
}

}  // namespace yokoten
