#pragma once

#include "check/subject.h"

namespace yokoten {

/// Printed rates against their own parts, in percent, rounded half up (rate.differs, rate.agrees).
void check_printed_rates(const Subject& subject);

/// Counts below zero and shares above the whole (count.negative, ratio.over).
void check_bounds_of_figures(const Subject& subject);

}  // namespace yokoten
