#pragma once

#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Gives findings at the files of sources, and at the indicators made of them, the level that
/// `[source.check]` says, and takes those out that are off. Appends check.unknown where no check
/// has the code, check.reason where an error is lowered without a reason.
void apply_levels(const Publication& publication, const Measured& measured, Findings& findings);

}  // namespace yokoten
