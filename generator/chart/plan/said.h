#pragma once

#include <optional>
#include <utility>

namespace yokoten::chart {

/// A property that several layers may say: what is written goes before what is a default, the
/// first of equals before the others.
template <class Value>
struct Said {
  std::optional<Value> value;
  bool written = false;

  void merge(std::optional<Value> other, bool other_written) {
    if (value && (written || !other_written)) return;
    if (!other && value) return;
    value = std::move(other);
    written = other_written && value.has_value();
  }
};

}  // namespace yokoten::chart
