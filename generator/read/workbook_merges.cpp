#include "read/workbook_merges.h"

#include <algorithm>
#include <tuple>

namespace yokoten {

MergeIndex::MergeIndex(std::vector<CellRange> merges) : merges_(std::move(merges)) {
  std::sort(merges_.begin(), merges_.end(), [](const CellRange& a, const CellRange& b) {
    return std::tie(a.first_row, a.first_column) < std::tie(b.first_row, b.first_column);
  });
  lowest_.resize(merges_.size());
  set_lowest(0, merges_.size());
}

// The merges are a balanced tree: the middle one is the root, both halves are its branches.
int MergeIndex::set_lowest(std::size_t begin, std::size_t end) {
  if (begin == end) return 0;
  const std::size_t middle = begin + (end - begin) / 2;
  const int branches = std::max(set_lowest(begin, middle), set_lowest(middle + 1, end));
  return lowest_[middle] = std::max(branches, merges_[middle].last_row);
}

void MergeIndex::collect(std::size_t begin, std::size_t end, int row,
                         std::vector<CellRange>& found) const {
  if (begin == end) return;
  const std::size_t middle = begin + (end - begin) / 2;
  if (lowest_[middle] < row) return;
  collect(begin, middle, row, found);
  const CellRange& merge = merges_[middle];
  if (merge.first_row > row) return;
  if (merge.last_row >= row) found.push_back(merge);
  collect(middle + 1, end, row, found);
}

std::vector<CellRange> MergeIndex::crossing(int row) const {
  std::vector<CellRange> found;
  collect(0, merges_.size(), row, found);
  std::sort(found.begin(), found.end(),
            [](const CellRange& a, const CellRange& b) { return a.first_column < b.first_column; });
  return found;
}

std::optional<CellRange> MergeIndex::at(int row, int column) const {
  if (merges_.empty()) return std::nullopt;
  for (const CellRange& merge : crossing(row))
    if (merge.covers(row, column)) return merge;
  return std::nullopt;
}

void MergeSweep::leave_before(int row) {
  while (!endings_.empty() && endings_.top().first < row) {
    open_.erase(endings_.top().second);
    endings_.pop();
  }
}

const CellRange* MergeSweep::overlapping(const CellRange& merge) const {
  const auto right = open_.upper_bound(merge.last_column);
  if (right == open_.begin()) return nullptr;
  const CellRange* left = std::prev(right)->second;
  return left->last_column >= merge.first_column ? left : nullptr;
}

std::optional<std::pair<CellRange, CellRange>> MergeSweep::go_to(int row) {
  for (; next_ < merges_.size() && merges_[next_].first_row <= row; ++next_) {
    const CellRange& merge = merges_[next_];
    leave_before(merge.first_row);
    if (const CellRange* other = overlapping(merge)) return std::pair{*other, merge};
    open_.emplace(merge.first_column, &merge);
    endings_.emplace(merge.last_row, merge.first_column);
  }
  leave_before(row);
  return std::nullopt;
}

const CellRange* MergeSweep::at(int column) const {
  const auto right = open_.upper_bound(column);
  if (right == open_.begin()) return nullptr;
  const CellRange* left = std::prev(right)->second;
  return left->last_column >= column ? left : nullptr;
}

}  // namespace yokoten
