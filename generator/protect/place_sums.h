#pragma once

#include "model/measured.h"
#include "protect/cell_draft.h"

namespace yokoten {

/// States the sums between the cells of one area and period: wholes and parts, and, where sides of
/// formulas select codes, all by what the tables have for those that are always taken together.
void relate_place(const Measured& measured, const CellPlace& place,
                  const std::vector<PlacedCell>& cells, CellDraft& draft);

}  // namespace yokoten
