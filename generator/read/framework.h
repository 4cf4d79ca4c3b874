#pragma once

#include <string>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Fills `publication.framework` from its sources of this kind and `publication.labels` from those
/// of kind labels. Findings `framework.*`, `labels.*`, `number.unknown`, `target.unknown`.
void read_framework_rows(Publication& publication, Findings& findings);
void read_labels(Publication& publication, Findings& findings);

/// Gives every indicator that names a row of the framework its row, targets and what it left out
/// (unit, stage, group, better). `places` are those of the indicators' `framework` keys. A title
/// without row, a row claimed twice and a row that nobody claims are errors.
void bind_framework(Publication& publication, const std::vector<Place>& places, Findings& findings);

}  // namespace yokoten
