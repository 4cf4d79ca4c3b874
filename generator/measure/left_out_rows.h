#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Reports rows that `skip` or `range` leaves out of a source's table though they hold figures of
/// an area that has none in it, and no other source reads them: as where a file has grown. The same
/// of rows that `total_row` or `of_which` takes for sums.
void report_left_out_rows(const Publication& publication, int source, const Areas& areas,
                          const Measured& measured, Findings& findings);

}  // namespace yokoten
