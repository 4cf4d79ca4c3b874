#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/place.h"

namespace yokoten {

/// What is said behind the last cell of a column that is told, of those that are not; nothing where
/// all are.
inline Message more_in_column(std::size_t more) {
  if (more == 0) return {};
  return {fmt::format("（この列にほか{}件）", more),
          fmt::format(" ({} more in this column)", more)};
}

/// Tells each of a few cells of a column, of many the first ones: tell(number, what of others).
template <class Tell>
void tell_first(std::size_t cells, const Tell& tell) {
  constexpr std::size_t kMostTold = 20;
  const std::size_t told = std::min(cells, kMostTold);
  for (std::size_t at = 0; at < told; ++at)
    tell(at, more_in_column(at + 1 == told ? cells - told : 0));
}

}  // namespace yokoten
