#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Hides outcomes behind which too few offices stand, and whatever would let somebody work them out
/// who knows which office belongs to which group: no weighted sum of what goes out may be about
/// fewer offices than `fewest_offices`. Returns whether a figure was hidden: what is counted from
/// figures must be measured again then. Appends disclosure.outcomes and disclosure.spreads (notes),
/// and disclosure.late_reports.
bool protect_outcomes(const Publication& publication, const Areas& areas, Measured& measured,
                      Findings& findings);

}  // namespace yokoten
