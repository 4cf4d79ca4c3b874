#pragma once

#include <algorithm>
#include <type_traits>
#include <vector>

namespace yokoten {

template <typename Item>
bool holds(const std::vector<Item>& items, const std::type_identity_t<Item>& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// Appends what is not there yet.
template <typename Item>
void add_new(std::vector<Item>& items, const std::type_identity_t<Item>& item) {
  if (!holds(items, item)) items.push_back(item);
}

}  // namespace yokoten
