#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

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
