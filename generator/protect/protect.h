#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Hides what the disclosure rules of the sources ask for, and what would give it away, in the
/// observations, facts and unions; marks sources whose files must not go out. Audits the result.
/// Appends disclosure.hidden (note), disclosure.told and disclosure.unprotected (errors). What
/// follows from observations (ranks, remainders, shares) is to be measured again when it is true.
bool protect(Publication& publication, const Areas& areas, Measured& measured, Findings& findings);

}  // namespace yokoten
