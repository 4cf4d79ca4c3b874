#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"
#include "protect/cells.h"

namespace yokoten {

/// All counts that go out and fall under a disclosure rule, or hang together with such ones by
/// sums, as one set of cells. Two indicators with the same side of a formula share its cells.
struct CubeCells {
  /// What a cell is of: side of a formula, area, period, part.
  using Key = std::tuple<std::string, int, int, int>;

  Cells cells;
  std::map<Key, int> numbers;
  std::vector<const DisclosureRule*> rules;  ///< by cell, nullptr for none
  std::vector<int> areas, periods;           ///< by cell; -1 for helping cells
  std::vector<std::string> names;            ///< by cell: the measure
  int already_out = 0;                       ///< small counts that an earlier release has shown
  int scale = 0;                             ///< values are multiplied by 10^scale

  /// -1 where the observation's side is no cell.
  int numerator(const Publication& publication, const Observation& seen) const;
  int denominator(const Publication& publication, const Observation& seen) const;
};

CubeCells cube_cells(const Publication& publication, const Areas& areas, const Measured& measured);

}  // namespace yokoten
