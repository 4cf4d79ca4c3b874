#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// publication.link at whatever a publication is read from and is a symbolic link: what it leads to
/// may lie outside, and would be published.
void refuse_links(Disk& disk, const std::string& folder, Findings& findings);

}  // namespace yokoten
