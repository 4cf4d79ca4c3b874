#pragma once

#include "measure/resolve.h"
#include "model/finding.h"

namespace yokoten {

/// The error for a cell that names no area: name.unknown, name.prefecture, name.code, name.level or
/// name.county_differs. `resolution` has a fault.
Finding name_error(const Areas& areas, const Resolution& resolution, const Place& place);

}  // namespace yokoten
