#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// publication.file, a warning, at what lies in the publication's folder under a name that is
/// nearly one that is read: `correction.toml`, `Pages`. What it says would not be heard.
void report_misspelt(Disk& disk, const std::string& folder, Findings& findings);

}  // namespace yokoten
