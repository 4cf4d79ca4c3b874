#pragma once

#include "check/subject.h"

namespace yokoten {

/// Cells that a spreadsheet would take for a formula (cell.formula), once for each column.
void check_formula_texts(const Subject& subject);

/// Figures in percent over 100 that are no ratio of two counts (percent.over).
void check_percent(const Subject& subject);

}  // namespace yokoten
