#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "chart/plan/unit.h"

namespace yokoten::chart {

/// Numbers texts by their first appearance. Open addressing, so that 100,000 rows take one pass.
class TextIndex {
 public:
  /// The text's number; `size()` grows where it is new.
  std::uint32_t add(std::string_view text);
  std::size_t size() const { return starts_.size(); }

 private:
  std::string_view text_of(std::uint32_t number) const;
  void grow();

  std::string texts_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> slots_;
};

/// Groups of rows with the same values of all fields, by first appearance.
struct Groups {
  std::vector<std::uint32_t> of_row;
  std::size_t count = 0;
};

/// `count` rows; a channel without data (null rows) makes one group.
Groups groups_of(const Json& rows, const std::vector<const Field*>& fields);

/// The rows of each group, in their order, all in one list.
struct GroupedRows {
  std::vector<Row> rows;
  std::vector<std::size_t> ends;  ///< one past each group's last place in `rows`

  std::size_t count() const { return ends.size(); }
  std::span<Row> operator[](std::size_t group) {
    const std::size_t start = group == 0 ? 0 : ends[group - 1];
    return {rows.data() + start, ends[group] - start};
  }
};
GroupedRows rows_by_group(const Groups& groups);

}  // namespace yokoten::chart
