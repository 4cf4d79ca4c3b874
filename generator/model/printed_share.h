#pragma once

#include <optional>

#include "base/decimal.h"

namespace yokoten {

/// Whether a share in percent that a source prints comes out of its parts, rounded half up to
/// `decimals`. One that has more (a spreadsheet's quotient has all that its number holds) is
/// compared in as many, nine at most.
bool agrees_with_parts(Decimal printed, Decimal above, Decimal below, int decimals);

/// Whether it has so many decimals that a spreadsheet computed it: nobody prints them.
bool is_unrounded(Decimal number);

/// The number, or of an unrounded one as many decimals as these.
Decimal short_decimal(Decimal number, int decimals = value_places);

}  // namespace yokoten
