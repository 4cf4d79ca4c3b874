#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "protect/cells.h"
#include "protect/whole_program.h"

namespace yokoten {

/// Another table that is possible: which cells differ there, ascending, and by how much.
using Change = std::vector<std::pair<int, std::int64_t>>;

/// Looks for changes of the hidden and hideable cells that keep every relation, in whole numbers:
/// outsiders know that figures are whole, and can't rule out such a table. Column 2i is how
/// far cell i rises, 2i + 1 how far it falls. Growth whose other end stays as it is only follows
/// the cell at this end, and has no row. All cells are held at first.
class Changes {
 public:
  explicit Changes(const Cells& cells);

  /// Lets the cell change, at a cost for each step.
  void free(int cell, double cost);
  void hold(int cell);
  /// What must change so that this cell changes by `step`; empty where nothing will do.
  std::optional<Change> needed(int cell, std::int64_t step);

 private:
  static constexpr double kHeld = -1;

  std::int64_t room_below(int cell) const;
  Change change() const;
  bool follows(const Relation& relation, const std::vector<const Relation*>& growth);
  std::vector<WholeProgram::Row> rows();

  const Cells& cells_;
  int count_;
  std::vector<double> costs_;                                 // by cell, as far as it may change
  std::vector<std::optional<std::pair<int, int>>> followed_;  // by growth: cell, 1 or -1
  WholeProgram program_;
  double most_ = 1;
};

}  // namespace yokoten
