#pragma once

#include "check/subject.h"

namespace yokoten {

/// Boundary files against data/areas: areas without a shape, shapes without an area, areas with
/// two, names that differ. All by name.
void check_boundaries(const Subject& subject);

}  // namespace yokoten
