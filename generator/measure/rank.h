#pragma once

#include "model/area.h"
#include "model/indicator.h"
#include "model/measured.h"

namespace yokoten {

/// The places of prefectures and municipalities that have a value of the indicator (`of`) at the
/// period: each level ranked for itself, by the exact ratio where there is one, else by value.
/// Higher first, unless lower is better.
RankTable ranked(const Cube& cube, const Areas& areas, const Indicator& of, int indicator,
                 int period);

}  // namespace yokoten
