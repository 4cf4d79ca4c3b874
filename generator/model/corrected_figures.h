#pragma once

#include <map>
#include <vector>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// The corrections that went into each figure: of its own cells, of those of the areas below that
/// it was summed up from, and of figures that it counts by. Figures without one are left out.
using CorrectedFigures = std::map<ObservationKey, std::vector<const Correction*>>;

CorrectedFigures corrected_figures(const Publication& publication, const Areas& areas,
                                   const Measured& measured);

}  // namespace yokoten
