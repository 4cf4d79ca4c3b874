#pragma once

#include <concepts>
#include <cstdint>
#include <string>

#include "base/decimal.h"

namespace yokoten {

/// A number of things, or a place in a ranking, as readers see it: 1,741. Not for years and rows.
template <std::integral Count>
std::string count_text(Count count) {
  return to_shown({static_cast<std::int64_t>(count), 0});
}

}  // namespace yokoten
