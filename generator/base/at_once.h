#pragma once

#include <functional>

#include "base/threads.h"

namespace yokoten {

/// Does both, at the same time where several threads may work.
inline void at_once(const std::function<void()>& one, const std::function<void()>& other) {
  share_out(2, [&](std::size_t which) { (which == 0 ? one : other)(); });
}

}  // namespace yokoten
