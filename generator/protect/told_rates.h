#pragma once

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Refuses indicators of a printed rate whose sides are under a rule (disclosure.rate): 10.0% of 40
/// tells the hidden 4. A rate that is a ratio of both sides is hidden with them.
void refuse_told_rates(const Publication& publication, Findings& findings);

}  // namespace yokoten
