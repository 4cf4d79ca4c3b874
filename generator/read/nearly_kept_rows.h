#pragma once

#include "model/finding.h"
#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// Reports cells for which `only` leaves their rows out though they differ from what it asks for by
/// the width of letters or by blanks alone: 要介護１ where 要介護1 is read.
void report_nearly_kept_rows(const Source& source, const Table& table, Findings& findings);

}  // namespace yokoten
