#pragma once

#include "check/subject.h"

namespace yokoten {

/// Figures in another unit than their heading or most of their column say (cell.unit), and columns
/// in another unit than the indicators that are added up from them (indicator.unit).
void check_cell_units(const Subject& subject);

}  // namespace yokoten
