#pragma once

#include "model/measured.h"

namespace yokoten {

/// Takes quartiles, intervals and how many improved out of outcomes where those of two groups, or
/// of a group and the parts of it, would tell the same of fewer than `fewest_for_spread` offices;
/// what was before also across years. Means stay. Returns how many lost some.
int hide_told_spreads(Measured& measured);

}  // namespace yokoten
