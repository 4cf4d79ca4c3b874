#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Reconciles what was measured with what the sources print, and says what a publisher should know.
/// Every code is explained in check/README.md. `measured` was made from this publication.
void check(const Publication& publication, const Areas& areas, const Measured& measured,
           Findings& findings);

}  // namespace yokoten
