#pragma once

#include "model/area.h"
#include "model/measured.h"
#include "protect/cell_draft.h"

namespace yokoten {

/// States the sums that outsiders know: areas and those right below, a whole and its parts, sides
/// of formulas that select different codes, periods that make up a longer one; with `cumulative`
/// the growth from period to period.
void relate_all(const Areas& areas, const Measured& measured, const CellRules& rules,
                CellDraft& draft);

}  // namespace yokoten
