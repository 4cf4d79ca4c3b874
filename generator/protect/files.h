#pragma once

#include <set>
#include <string>

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Marks the sources under a rule whose file must not go out: those of the hidden measures, those
/// with a small count that no page shows, and those with more than the table that was read. So is
/// every source that reads the same file.
void withhold_files(Publication& publication, const Areas& areas, const Measured& measured,
                    const std::set<std::string>& hidden_measures);

/// Appends disclosure.file (error) where a source without a rule reads the file of one with a rule.
void check_shared_files(const Publication& publication, Findings& findings);

/// Takes out the corrections of figures of files that do not go out: they tell what stood there.
void take_out_corrections(Publication& publication);

}  // namespace yokoten
