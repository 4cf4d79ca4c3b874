#pragma once

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Notes values whose digits look shifted: about 10, 100 or 1,000 times the office's own other
/// years (or, without any, the other side of the same report), or that part of them, and far from
/// the other offices too. They are left out unless they are confirmed. A value that agrees with the
/// office's own is believed, however far from its peers; without any own, only five robust standard
/// deviations (of the logarithm) tell.
void leave_out_shifted(const Publication& publication, Measured& measured);

}  // namespace yokoten
