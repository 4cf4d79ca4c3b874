#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// The publication in its other language, with `words` of that language. What it says by itself is
/// translated; its tables stay as they are printed. Findings `translation.missing`,
/// `translation.unused` and `translation.singular`.
Publication translated(Disk& disk, const Publication& publication,
                       std::map<std::string, std::string> words, Findings& findings);

}  // namespace yokoten
