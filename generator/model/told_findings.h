#pragma once

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Those of the findings that are told to readers: where a file does not go out, none that may
/// quote what is hidden.
Findings told_findings(Findings findings, const Publication& publication);

}  // namespace yokoten
