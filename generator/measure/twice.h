#pragma once

#include <string>

#include "model/finding.h"

namespace yokoten {

/// The error observation.twice at `second`, naming both places.
Finding figure_twice(const std::string& area, const std::string& what, const Place& first,
                     const Place& second);

}  // namespace yokoten
