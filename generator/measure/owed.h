#pragma once

#include <vector>

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Adds the nation's observation of the indicator's row in the KPI framework, where it has one.
/// Appends observation.twice when sources gave another figure at the same period.
void measure_framework(const Publication& publication, int indicator, const Areas& areas,
                       Measured& measured, Findings& findings);

/// What there is to say of areas that owe a figure of an indicator.
struct OwedFigures {
  /// Reasons at periods of which there are plans alone, marked as such: an area without a plan
  /// still has its last figure as the newest.
  std::vector<Observation> marked;
  /// With the reason `absent`, one for every area that owes a figure and has none, at the periods
  /// at which a source has one for others of its level, else at the indicator's newest.
  std::vector<Observation> absent;
};

OwedFigures owed_figures(const Publication& publication, int indicator, const Areas& areas,
                         const Measured& measured);

void take_owed(const OwedFigures& owed, Cube& cube);

}  // namespace yokoten
