#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal_sum.h"
#include "model/source.h"

namespace yokoten {

/// Where a row stands among the pieces of a file, so that earlier rows have the smaller number.
using RowPosition = std::int64_t;
inline RowPosition row_position(int piece, int row) {
  return (static_cast<RowPosition>(piece) << 32U) | row;
}
inline int piece_of(RowPosition at) { return static_cast<int>(at >> 32U); }
inline int row_of(RowPosition at) { return static_cast<int>(at & 0x7fffffff); }

/// Rows added up by the texts of some of their columns. It holds groups and no rows.
class RowGroups {
 public:
  using Cells = std::vector<std::string_view>;
  using Refuse = std::function<void(std::size_t column, std::string_view text)>;
  /// Columns of the file, from 0.
  struct Columns {
    std::vector<std::size_t> by, sum;
  };
  /// What is added up in one column of a group.
  struct Sum {
    /// The text of the first cell that has no figure but a reason; it stands for the whole then.
    std::optional<std::string_view> missing;
    std::optional<Decimal> total;  ///< empty also where it has more than 18 digits
    bool is_bound = false;         ///< at least
  };

  /// The source has the legend of the cells, and must outlive this.
  RowGroups(Columns columns, const Source& source);

  /// Adds a row; those of one RowGroups come in their order. Cells that are neither a number nor a
  /// symbol of the legend are told to `refuse` and not added.
  void add(const Cells& cells, RowPosition at, const Refuse& refuse);
  /// Adds rows of the same columns.
  void add(const RowGroups& other);

  std::size_t size() const { return groups_.size(); }
  /// The groups in the order of their first rows.
  std::vector<std::size_t> in_order() const;
  RowPosition first_row(std::size_t group) const { return groups_[group].first; }
  int rows(std::size_t group) const { return groups_[group].rows; }
  /// The texts of the columns `by`, in their order.
  void append_keys(std::size_t group, Cells& cells) const;
  Sum sum(std::size_t group, std::size_t column) const;

 private:
  struct Group {
    std::uint64_t hash = 0, key = 0;  // where its texts begin in keys_
    RowPosition first = 0;
    std::uint32_t key_size = 0;
    int rows = 0;
  };
  struct Cell {
    DecimalSum sum;
    int missing = -1;  // in missing_
    bool is_bound = false;
  };
  struct MissingCell {
    RowPosition at = 0;
    std::string text;
  };

  std::size_t group_of(std::string_view key, std::uint64_t hash, RowPosition at);
  void widen();
  std::string_view key(const Group& group) const {
    return std::string_view(keys_).substr(group.key, group.key_size);
  }
  void add_cell(Cell& cell, std::size_t column, std::string_view text, RowPosition at,
                const Refuse& refuse);
  void miss(Cell& cell, const MissingCell& missing);

  Columns columns_;
  const Source* source_;
  bool digits_are_numbers_;           // no symbol of the legend has any
  std::vector<std::uint32_t> slots_;  // groups by hash, from 1; 0 is free
  std::vector<Group> groups_;
  std::vector<Cell> cells_;  // of each group as many as are added up
  std::vector<MissingCell> missing_;
  std::string keys_;     // texts with NUL behind each, which none of them holds
  std::string own_key_;  // of the row that is being added
};

}  // namespace yokoten
