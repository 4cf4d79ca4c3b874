#pragma once

#include "check/subject.h"

namespace yokoten {

/// Printed total rows against the sums of the rows that they cover (total.differs, total.agrees).
void check_total_rows(const Subject& subject);

/// Printed totals of unpivoted columns against the sum of these, row by row.
void check_total_columns(const Subject& subject);

}  // namespace yokoten
