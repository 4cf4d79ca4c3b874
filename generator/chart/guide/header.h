#pragma once

#include <string>

#include "chart/guide/title.h"

namespace yokoten::chart {

/// The headers of the rows or of the columns of a facet, `config` applied.
struct HeaderCase {
  const FacetPlan* facet = nullptr;
  const HeaderSpec* spec = nullptr;
  const HeaderSpec* config = nullptr;
  bool of_rows = false;
  bool labels = true;
  bool labels_after = false;     ///< at the right or bottom
  bool labels_in_cells = false;  ///< labels of columns at a side, or of rows above: cells have them
  bool has_title = false;
  bool title_of_rows = false;        ///< the title stands left or right
  bool title_after = false;          ///< right or below
  std::optional<double> title_band;  ///< share of all cells at which it stands, where not 0.5
};

HeaderCase header_case(const Plan& plan, bool of_rows);

/// The label of one row or column of cells.
TitleBlock header_label(const HeaderCase& header, std::size_t index);

/// The title of all rows or columns.
TitleBlock header_title(const HeaderCase& header);

}  // namespace yokoten::chart
