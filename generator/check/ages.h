#pragma once

#include "check/subject.h"

namespace yokoten {

/// Sources, figures and kept releases that lie after the publication's as_of (future). Planned
/// figures may.
void check_future(const Subject& subject);

/// Indicators whose newest figure is older than their stale_after allows (indicator.stale), or
/// whose next one should be there (indicator.due).
void check_stale(const Subject& subject);

}  // namespace yokoten
