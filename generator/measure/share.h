#pragma once

#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Adds the observations of a `share_of_areas` indicator: exact where every child area has a
/// figure, a bound where not. Its condition's indicator must have been measured before.
void measure_share(const Publication& publication, int indicator, const Areas& areas,
                   Measured& measured);

/// What it adds at one period, from the figures as they are now.
std::vector<Observation> share_at(const Publication& publication, int indicator, const Areas& areas,
                                  const Measured& measured, int period);

}  // namespace yokoten
