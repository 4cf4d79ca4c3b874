#pragma once

#include <string>
#include <vector>

#include "base/disk.h"

namespace yokoten {

/// What lies below a folder of this machine; empty where there is no such folder. Each folder is
/// opened from the one that holds it, so that long paths are not looked up anew for every file.
std::vector<DiskEntry> folder_entries(const std::string& folder);

}  // namespace yokoten
