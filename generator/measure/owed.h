#pragma once

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Adds the nation's observation of the indicator's row in the KPI framework, where it has one.
/// Appends observation.twice when sources gave another figure at the same period.
void measure_framework(const Publication& publication, int indicator, const Areas& areas,
                       Measured& measured, Findings& findings);

/// Adds an observation with the reason `absent` for every area that owes a figure and has none, at
/// the periods at which a source has one for others of its level, else at the indicator's newest.
/// At a period of which there are plans alone, reasons are marked as they are: an area without a
/// plan still has its last figure as the newest.
void measure_owed(const Publication& publication, int indicator, const Areas& areas,
                  Measured& measured);

}  // namespace yokoten
