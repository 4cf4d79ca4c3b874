#pragma once

#include "model/boundaries.h"

namespace yokoten {

/// Gives every vertex of a border its weight. Ends stay, and so do as many vertices between them
/// as a line (one) or a ring (two) needs to keep its area.
void weigh(Border& border);

}  // namespace yokoten
