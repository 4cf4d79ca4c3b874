#pragma once

#include "check/subject.h"

namespace yokoten {

/// Columns with figures whose heading is a period as those that an unpivot reads, and that nothing
/// reads (period.unread): next month's, beside those of `columns`.
void check_unread_periods(const Subject& subject);

}  // namespace yokoten
