#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.h"
#include "model/measured.h"
#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// A column of figures and what its heading says about them.
struct FigureColumn {
  int column = 0;
  int measure = 0;               ///< position in Measured::measures
  std::optional<Period> period;  ///< of an unpivoted column
  Parts parts;                   ///< of an unpivoted column
};

/// Where the parts of a source stand in its table; columns are -1 where there is none.
struct Layout {
  int prefecture = -1, area = -1, period = -1;
  std::vector<std::pair<std::string, int>> breakdown;  ///< key, column
  std::vector<FigureColumn> figures;
  int listed = -1;  ///< position of the measure `listed`, -1 unless the source is a list
};

/// Finds the columns and names the measures in `measured`. A heading that the table does not have
/// is an error (source.column), so is a heading that stands for no period (cell.period).
Layout lay_out(const Source& source, const Table& table, Measured& measured, Findings& findings);

/// Whether two cells of one row can stand for the same figure: columns of one measure and part that
/// differ at most by period, or notes that move a figure to another one.
bool may_collide(const Source& source, const Layout& layout);

}  // namespace yokoten
