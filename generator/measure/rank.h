#pragma once

#include "model/area.h"
#include "model/indicator.h"
#include "model/measured.h"

namespace yokoten {

/// Ranks all prefectures and all municipalities that have a value, each level for itself: by the
/// exact ratio where there is one, else by value. Higher first, unless lower is better. One sort.
RankTable rank_areas(const Cube& cube, const Areas& areas, const Indicator& indicator, int number,
                     int period);

/// The tables of every indicator and period in which a prefecture or municipality has a value.
std::vector<RankTable> rank_all(const Cube& cube, const Areas& areas,
                                const std::vector<Indicator>& indicators);

}  // namespace yokoten
