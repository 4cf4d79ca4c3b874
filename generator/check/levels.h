#pragma once

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Gives findings at the files of sources the level that `[source.check]` says, and takes those out
/// that are off. Appends check.unknown where no check has the code, check.reason where an error is
/// lowered without a reason.
void apply_levels(const Publication& publication, Findings& findings);

}  // namespace yokoten
