#pragma once

#include "check/subject.h"

namespace yokoten {

/// Rows or columns of totals that are added up with the parts that they are the totals of
/// (part.total).
void check_part_totals(const Subject& subject);

}  // namespace yokoten
