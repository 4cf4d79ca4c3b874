#pragma once

#include "check/subject.h"

namespace yokoten {

/// Columns of percents that seem to hold fractions, 0.281 for 28.1 % (percent.fraction).
void check_percent_fractions(const Subject& subject);

}  // namespace yokoten
