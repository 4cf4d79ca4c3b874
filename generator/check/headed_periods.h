#pragma once

#include "check/subject.h"

namespace yokoten {

/// Columns of figures whose heading is a period, and which are read as figures of quite another one
/// (period.heading): 令和5年度 as 2024FY.
void check_headed_periods(const Subject& subject);

}  // namespace yokoten
