#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// publication.file, a warning, at what lies in the publication's folder under a name that is
/// nearly one that is read: `correction.toml`, `Pages`. What it says would not be heard.
void report_misspelt(Disk& disk, const std::string& folder, Findings& findings);

/// publication.name, an error, at what lies where the publication is read from under a name that is
/// no UTF-8, as archives made by Windows leave them: no file of the publication could name it.
void report_misnamed(Disk& disk, const std::string& folder, Findings& findings);

}  // namespace yokoten
