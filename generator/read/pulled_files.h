#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"
#include "read/source_list.h"

namespace yokoten {

/// Fills what sources.toml leaves out of a pulled source (`retrieved`, `published`, `licence`,
/// `sha256`) from the provenance beside its file, and what pull.lock pins. Findings `toml.*`,
/// `source.provenance`, `source.unpinned`.
void add_provenance(Disk& disk, const std::string& folder, std::vector<SourceText>& sources,
                    Findings& findings);

}  // namespace yokoten
