#pragma once

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Appends the offices of a list to `measured.effects`.
void read_office_list(const Publication& publication, int source, Measured& measured);

/// Appends the reports of a file to `measured.effects`; doubts only about who reports what.
void read_report_rows(const Publication& publication, int source, Measured& measured);

}  // namespace yokoten
