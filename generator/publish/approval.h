#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// Who has decided that a release may be published: an approval file.
struct Approval {
  std::string file;
  std::string hash;  ///< of the site's manifest.json, as `diff` shows it, in small letters
  Place hash_place;
  std::string decided_by, decided_on, note;
};

/// Reads the file; empty, with findings `approval.*`, where it is none.
std::optional<Approval> read_approval(Disk& disk, const std::string& file, Findings& findings);
/// Whether it approves the site with this hash; the finding `approval.hash` tells that it doesn't.
bool approves(const Approval& approval, const std::string& site, const std::string& hash,
              Findings& findings);

}  // namespace yokoten
