#pragma once

#include <string>
#include <vector>

#include "chart/house/written_columns.h"

namespace yokoten::chart {

/// What a cell shows, and the same for a file: a number without the signs of its form.
struct CellText {
  std::string shown, plain;
};

/// The texts of a column, a row each. Nothing is lost that is written: where a guide shows fewer
/// decimals than the data have, they all stand here; a date of which it shows but a part is whole.
std::vector<CellText> cell_texts(const TableColumn& column, const std::vector<const Json*>& values,
                                 const std::string& no_value);

}  // namespace yokoten::chart
