#pragma once

#include "check/subject.h"

namespace yokoten {

/// Printed places: 1, 2, 2, 4 or 1, 2, 3, 4, in the order of the printed rate (rank.differs).
void check_printed_ranks(const Subject& subject);

}  // namespace yokoten
