#pragma once

#include <optional>

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Reads every figure of the publication's tables, resolves areas and periods, and makes the
/// observations of all indicators. Findings that block (blocks()) leave gaps in what is returned;
/// it is good for further checks then, not for pages. Empty when the tables do not belong to the
/// sources. Tells each correction its area.
std::optional<Measured> measure(Publication& publication, const Areas& areas, Findings& findings);

/// Makes everything anew that follows from the observations of counts and ratios, after some of
/// them were suppressed: shares of areas, what is left of prefectures, ranks.
void measure_again(Publication& publication, const Areas& areas, Measured& measured,
                   Findings& findings);

}  // namespace yokoten
