#pragma once

#include "check/subject.h"

namespace yokoten {

/// A figure that leaves its own history, or the way of its peers, far behind (series.jump), or that
/// seems to stand in another unit than the one before (series.unit).
void check_jumps(const Subject& subject);

/// Periods that a regular series leaves out (series.gap), columns and rows of periods that run
/// neither forwards nor backwards (period.order), provisional figures older than final ones
/// (series.provisional).
void check_periods(const Subject& subject);

}  // namespace yokoten
