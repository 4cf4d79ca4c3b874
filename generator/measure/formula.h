#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Adds the observations of a `count` or `ratio` indicator for the areas of its levels that a row
/// speaks of, or a sum. Appends observation.twice and sum.too_large.
void measure_formula(const Publication& publication, int indicator, const Areas& areas,
                     Measured& measured, Findings& findings);

bool owes(const Indicator& indicator, AreaLevel level);

}  // namespace yokoten
