#pragma once

#include "check/subject.h"

namespace yokoten {

/// Codes of one column that differ by the width of letters or by blanks alone (part.width).
void check_part_widths(const Subject& subject);

}  // namespace yokoten
