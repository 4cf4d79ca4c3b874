#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "read/grid_shape.h"
#include "read/table_grid.h"

namespace yokoten {

/// How a table seems to stand among titles, units and notes.
struct FormGuess {
  TableForm form;                 ///< what was asked, with the guess in header, skip and range
  std::vector<Message> reasons;   ///< what was guessed and why, what is unsure; none: as asked
  std::vector<TitleLine> titles;  ///< texts above the headings
};

/// Whether a cell names an area: a row that begins with one is no heading below others.
using AreaTeller = std::function<bool(std::string_view cell)>;

/// Looks for the first row of figures, or of signs in their place (－, x): the rows of several
/// texts right above it are the headings, but for names of regions between them; what stands above
/// them are titles, single texts below the last row are notes. Conservative: what is unsure stays
/// in the table, and is said.
FormGuess guessed_form(const TableGrid& grid, const TableForm& asked, const AreaTeller& names_area);

}  // namespace yokoten
