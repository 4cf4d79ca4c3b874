#pragma once

#include <cstddef>
#include <functional>

namespace yokoten {

/// How many threads may work at once; as many as the machine has cores until somebody says less.
int threads();
void set_threads(int number);

/// Calls work(0) to work(count - 1), each once, shared among that many threads, and comes back when
/// all are done. The calls must not depend on one another.
void share_out(std::size_t count, const std::function<void(std::size_t)>& work);

/// Calls work() on at most `most` threads at once, this one among them, and comes back when all
/// have. Where the system gives fewer threads, those that there are do it.
void on_threads(std::size_t most, const std::function<void()>& work);

}  // namespace yokoten
