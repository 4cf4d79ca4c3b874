#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Reads effect reports and lists of subsidised offices into `measured.effects`, each report with
/// its line of the list, and notes what can't be believed: those values are left out. The rows'
/// areas must have been read (read_facts).
void read_effect_reports(const Publication& publication, const Areas& areas, Measured& measured);

}  // namespace yokoten
