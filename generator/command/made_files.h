#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "compiled_site.h"

namespace yokoten {

/// The files that a build would write besides its pages and what is rendered with them: path below
/// the site → SHA-256. Workbooks, JSON and descriptions of the open data, which say what their CSV
/// says, have none: they would have to be made for it.
std::map<std::string, std::string> made_files(Disk& disk, const CompiledSite& compiled);

}  // namespace yokoten
