#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// Reports a column of areas whose heading names an area (市町村／松江市): its row was taken for a
/// heading, and would be missing without a word.
void report_swallowed_rows(const Source& source, const Table& table, const Areas& areas,
                           Findings& findings);

}  // namespace yokoten
