#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/packed_numbers.h"

namespace yokoten {

/// What rows are told apart by.
struct RowKey {
  int area = 0, period = 0, breakdown = 0;
};

/// As one number: 24 bits an area, 16 a period and 24 a breakdown.
inline std::uint64_t packed(const RowKey& key) {
  const auto wide = [](int part) { return static_cast<std::uint64_t>(part); };
  return wide(key.area) << 40 | wide(key.period) << 24 | wide(key.breakdown);
}

/// The keys of all rows, for whether one comes twice: told with no effort where they ascend.
class RowKeys {
 public:
  void push_back(const RowKey& key) {
    const std::uint64_t number = packed(key);
    ascend_ = ascend_ && (areas_.empty() || last_ < number);
    last_ = number;
    areas_.push_back(key.area);
    periods_.push_back(key.period);
    breakdowns_.push_back(key.breakdown);
  }

  bool differ() const {
    if (ascend_) return true;
    std::vector<std::uint64_t> keys;
    keys.reserve(areas_.size());
    for (std::size_t at = 0; at < areas_.size(); ++at) keys.push_back(packed(key(at)));
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) == keys.end();
  }

 private:
  RowKey key(std::size_t at) const {
    const auto number = [at](const PackedNumbers& of) { return static_cast<int>(of[at]); };
    return {number(areas_), number(periods_), number(breakdowns_)};
  }

  PackedNumbers areas_, periods_, breakdowns_;
  std::uint64_t last_ = 0;
  bool ascend_ = true;
};

/// The first row of each area, period and part. Rows of most files are in the order of these keys,
/// and then need no more than to be written down.
class FirstRows {
 public:
  /// The row that has the key already, or `row`, which then has it.
  int first(std::uint64_t key, int row) {
    if (ascending_.empty() || ascending_.back().first < key) {
      ascending_.emplace_back(key, row);
      return row;
    }
    const auto at =
        std::ranges::lower_bound(ascending_, key, {}, &std::pair<std::uint64_t, int>::first);
    if (at != ascending_.end() && at->first == key) return at->second;
    return others_.try_emplace(key, row).first->second;
  }

 private:
  std::vector<std::pair<std::uint64_t, int>> ascending_;
  std::unordered_map<std::uint64_t, int> others_;
};

}  // namespace yokoten
