#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Reads a publication folder (publication.md) completely: its descriptions, raw tables with the
/// corrections applied, indicators with their rows of the KPI framework, pages and cases. All
/// findings of all files are collected first; empty when one of them is an error. Places carry the
/// folder in front. `words` and the areas of corrections are left to others.
std::optional<Publication> read_publication(Disk& disk, const std::string& folder,
                                            Findings& findings);

}  // namespace yokoten
