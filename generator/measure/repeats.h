#pragma once

#include "model/finding.h"

namespace yokoten {

/// One mistake in a description (a column of names without prefectures, two sources of the same
/// figures) is said of every row. Of name.prefecture, name.unknown, name.code, area.twice,
/// observation.twice, cell.period and part.empty the first 50 of a column stay, and one that counts
/// the others.
void fold_repeats(Findings& findings);

}  // namespace yokoten
