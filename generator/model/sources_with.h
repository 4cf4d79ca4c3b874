#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace yokoten {

/// The sources with figures of the measure that the indicator takes them from, by position.
std::vector<int> sources_with(const Publication& publication, const Indicator& indicator,
                              const std::string& measure);

}  // namespace yokoten
