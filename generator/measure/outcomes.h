#pragma once

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Observations and summaries of an indicator of kind `outcome`: for every fiscal year of reports
/// and each prefecture (the nation too, where the publication is no prefecture's), of all offices
/// and by the keys that the formula names. Value: the mean change, over matched pairs only.
/// Labels of the codes are added to the publication where it has none.
void measure_outcome(Publication& publication, int indicator, const Areas& areas,
                     Measured& measured);

/// Observations of an indicator of kind `share_of_units`.
void measure_units(const Publication& publication, int indicator, const Areas& areas,
                   Measured& measured);

}  // namespace yokoten
