#pragma once

#include <optional>

#include "base/disk.h"
#include "model/finding.h"
#include "model/project.h"
#include "model/publication.h"

namespace yokoten {

/// The model project of a page of projects/ (projects.md), by its front matter. Empty without a
/// mapping `project`, which is a finding; every finding is `project.WORD`.
std::optional<ModelProject> read_project(const PageText& page, Findings& findings);

/// Looks for the files of its documents below the publication and notes their sizes.
void find_documents(Disk& disk, const std::string& folder, ModelProject& project,
                    Findings& findings);

}  // namespace yokoten
