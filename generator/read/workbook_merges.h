#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

namespace yokoten {

/// A rectangle of cells, rows and columns from 1.
struct CellRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;

  bool operator==(const CellRange&) const = default;
  bool covers(int row, int column) const {
    return first_row <= row && row <= last_row && first_column <= column && column <= last_column;
  }
};

/// The merges of a sheet, which answers quickly which of them cross a row.
class MergeIndex {
 public:
  MergeIndex() = default;
  explicit MergeIndex(std::vector<CellRange> merges);

  /// By their first row, then column.
  const std::vector<CellRange>& all() const { return merges_; }
  /// Those that cross `row`, from left to right.
  std::vector<CellRange> crossing(int row) const;
  std::optional<CellRange> at(int row, int column) const;

 private:
  int set_lowest(std::size_t begin, std::size_t end);
  void collect(std::size_t begin, std::size_t end, int row, std::vector<CellRange>& found) const;

  std::vector<CellRange> merges_;
  std::vector<int> lowest_;  // the last row of any merge in the half that a merge is the middle of
};

/// Goes down a sheet's merges row by row and finds those that overlap.
class MergeSweep {
 public:
  explicit MergeSweep(const MergeIndex& merges) : merges_(merges.all()) {}

  /// Goes to `row`, which never becomes smaller. Two merges that overlap, if there are any on the
  /// way.
  std::optional<std::pair<CellRange, CellRange>> go_to(int row);
  /// The merge of the row reached that covers `column`, or nullptr.
  const CellRange* at(int column) const;

 private:
  using Ending = std::pair<int, int>;  // last row, first column

  void leave_before(int row);
  const CellRange* overlapping(const CellRange& merge) const;

  const std::vector<CellRange>& merges_;
  std::size_t next_ = 0;
  std::map<int, const CellRange*> open_;  // by first column
  std::priority_queue<Ending, std::vector<Ending>, std::greater<>> endings_;
};

}  // namespace yokoten
