#pragma once

#include "model/area.h"
#include "model/indicator.h"
#include "model/measured.h"

namespace yokoten {

/// The tables of every indicator and period in which a prefecture or municipality has a value: each
/// level ranked for itself, by the exact ratio where there is one, else by value. Higher first,
/// unless lower is better.
std::vector<RankTable> rank_all(const Cube& cube, const Areas& areas,
                                const std::vector<Indicator>& indicators);

}  // namespace yokoten
