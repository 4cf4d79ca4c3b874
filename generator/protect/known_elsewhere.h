#pragma once

#include "model/measured.h"
#include "model/publication.h"
#include "protect/cell_draft.h"

namespace yokoten {

/// Adds the figures of sources without a rule that say the same as a cell under one, though the
/// cell itself was taken from elsewhere: the tables of those sources go out.
void add_known_elsewhere(const Publication& publication, const Measured& measured,
                         const FactIndex& facts, CellDraft& draft);

}  // namespace yokoten
