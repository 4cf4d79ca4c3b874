#pragma once

#include <cstddef>
#include <functional>

namespace yokoten {

/// Does the work for 0 up to below `count`, on as many threads as the machine has cores.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace yokoten
