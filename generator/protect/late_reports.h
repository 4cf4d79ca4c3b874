#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Refuses outcomes behind which one office more stands, or up to `fewest` - 1, than behind the
/// same figure of an earlier release: means times numbers, subtracted, tell what these reported.
/// Also what is left of such a difference beside those of its parts. To be called once figures are
/// hidden; a figure that only was corrected tells of no office. Appends disclosure.late_reports, an
/// error by release and indicator.
void refuse_told_late_reports(const Publication& publication, const Areas& areas,
                              const Measured& measured, int fewest, Findings& findings);

}  // namespace yokoten
