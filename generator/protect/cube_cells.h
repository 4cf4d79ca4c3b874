#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"
#include "protect/cells.h"
#include "protect/formula_sides.h"

namespace yokoten {

/// What a cell is of, for messages and rules; helping cells have that of the cell they help.
struct CellOrigin {
  const DisclosureRule* rule = nullptr;
  int area = 0, period = 0;
  bool own = false;     ///< from a row of the area itself, not summed up from those below
  int scale = 0;        ///< its value is in steps of 10^-scale
  std::string measure;  ///< its name
  /// How many units stand behind it, where they are fewer than the rule asks for.
  std::optional<std::int64_t> units;
};

/// All counts that go out and fall under a disclosure rule, or hang together with such ones by
/// sums, as one set of cells. Sides of formulas that add up the same cells of tables share one.
struct CubeCells {
  /// Side of a formula, area, period, part.
  using Key = std::tuple<std::string, int, int, int>;

  Cells cells;
  std::vector<std::pair<FormulaSide, FormulaSide>> sides;  ///< by indicator
  std::map<Key, int> numbers;
  std::vector<CellOrigin> origins;  ///< by cell
  int already_out = 0;              ///< small counts that an earlier release has shown
  int sums_left_out = 0;            ///< groups of sums of earlier releases that can't be

  const CellOrigin& origin(int cell) const { return origins[static_cast<std::size_t>(cell)]; }
  Cell& at(int cell) { return cells.cells[static_cast<std::size_t>(cell)]; }
  const Cell& at(int cell) const { return cells.cells[static_cast<std::size_t>(cell)]; }
  int add(const Cell& cell, const CellOrigin& origin);

  /// -1 where the observation's side is no cell.
  int numerator(const Publication& publication, const Observation& seen) const;
  int denominator(const Publication& publication, const Observation& seen) const;

 private:
  int number(const FormulaSide& side, const Observation& seen, int breakdown) const;
};

CubeCells cube_cells(const Publication& publication, const Areas& areas, const Measured& measured);

}  // namespace yokoten
