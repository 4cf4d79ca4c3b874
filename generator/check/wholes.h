#pragma once

#include "check/subject.h"

namespace yokoten {

/// Figures of a whole (nation, prefecture) against the sum of the areas below in the same measure,
/// period and codes, wherever every area below has a figure (total.sources, total.agrees).
void check_wholes(const Subject& subject);

}  // namespace yokoten
