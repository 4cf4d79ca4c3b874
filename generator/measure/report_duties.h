#pragma once

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Notes reports of a fiscal year in which offices of their programme owe none: they don't count.
/// Their programmes must have been settled (match_reports).
void leave_out_undue(const Publication& publication, Measured& measured);

/// Notes which reports every office of the list owes, and how each stands.
void find_owed(const Publication& publication, Measured& measured);

}  // namespace yokoten
