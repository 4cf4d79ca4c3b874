#pragma once

#include "check/subject.h"
#include "model/period.h"

namespace yokoten {

/// Columns of periods, and the rows of one area and part, or of one total, run forwards or
/// backwards; periods after `end` say nothing.
void check_period_order(const Subject& subject, int source, Date end);

}  // namespace yokoten
