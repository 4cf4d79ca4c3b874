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

/// By which figures the areas of a share were counted.
struct ShareEvidence {
  std::vector<FoundObservation> met;  ///< figures of areas that meet the condition themselves
  std::vector<Remainder> proven;  ///< what is left of prefectures, where it proves one area more
};

/// The evidence as far as it shows: hidden figures are none, and nothing is told from what is left
/// where some are hidden.
ShareEvidence share_evidence(const Publication& publication, const Areas& areas,
                             const Measured& measured, const Observation& share);

/// What it adds at one period, from the figures as they are now.
std::vector<Observation> share_at(const Publication& publication, int indicator, const Areas& areas,
                                  const Measured& measured, int period);

}  // namespace yokoten
