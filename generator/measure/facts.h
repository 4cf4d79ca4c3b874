#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Reads one source's table into `measured`: areas, matches and roles of its rows, and its facts.
/// Appends name.*, area.twice, cell.number and cell.period. Tells corrections their area.
void read_facts(Publication& publication, int source, const Areas& areas, Measured& measured,
                Findings& findings);

/// The period of rows that name none themselves: the fixed one, else the source's date.
Period fixed_period(const Source& source);

}  // namespace yokoten
