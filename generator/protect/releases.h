#pragma once

#include "protect/cube_cells.h"

namespace yokoten {

/// Adds what outsiders know from earlier releases. A figure that one has shown, and that is the
/// same today, stays open; what one has hidden stays hidden; its sums over figures that were
/// revised since are sums of their own.
void take_releases(const Publication& publication, const Areas& areas, const Measured& measured,
                   CubeCells& cells);

}  // namespace yokoten
