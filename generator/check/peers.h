#pragma once

#include "check/subject.h"

namespace yokoten {

/// A figure that stands apart from those of all other areas of its level at the same period
/// (peers.outlier), where at least 20 have one. Says nothing of cells that series.* or
/// ratio.over has named.
void check_peers(const Subject& subject);

}  // namespace yokoten
