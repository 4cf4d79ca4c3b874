#pragma once

#include <vector>

#include "model/area.h"
#include "model/measured.h"

namespace yokoten {

/// What unions of the figure's prefecture state for the same indicator, period and part: a sum of
/// the prefecture's areas holds it beside theirs.
std::vector<FoundObservation> unions_in(const Measured& measured, const Areas& areas,
                                        const Observation& seen);

/// By municipality, the ids of the unions that name it as a member.
std::vector<std::vector<int>> unions_of_members(const Areas& areas);

}  // namespace yokoten
