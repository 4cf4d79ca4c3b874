#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// Who has decided that a release may be published: an approval file.
struct Approval {
  std::string hash;  ///< of the site's manifest.json, as `diff` shows it
  std::string decided_by, decided_on, note;
};

/// Whether the file approves just this site; findings `approval.*` tell why not.
bool is_approved(Disk& disk, const std::string& site, const std::string& file, Findings& findings);

}  // namespace yokoten
