#pragma once

#include "model/area.h"
#include "model/indicator.h"
#include "model/measured.h"

namespace yokoten {

/// The places of prefectures and municipalities that have a value of the indicator (`of`) at the
/// period: each level ranked for itself, by the exact ratio where there is one, else by value.
/// Higher first, unless lower is better. A level whose figures all say yes or no has no places, and
/// plans have some only where a level has nothing else.
RankTable ranked(const Cube& cube, const Areas& areas, const Indicator& of, int indicator,
                 int period);

/// The same table where the figure of one of its areas has another value now, and those of all
/// others of its level are as they were. Neither value only says yes or no.
void rank_again(RankTable& table, const Cube& cube, const Areas& areas, const Indicator& of,
                int area);

}  // namespace yokoten
