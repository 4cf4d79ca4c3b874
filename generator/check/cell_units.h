#pragma once

#include "check/subject.h"

namespace yokoten {

/// Figures of one column whose cells say another unit than most of them that say one (cell.unit).
void check_cell_units(const Subject& subject);

}  // namespace yokoten
