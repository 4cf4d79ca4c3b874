#pragma once

#include <vector>

#include "difference/snapshot.h"

namespace yokoten {

/// Findings that only one side has. Lines that were put in or taken out above them make no other
/// findings of them.
struct FindingChanges {
  std::vector<BuildFacts::OfFinding> added, gone;
  bool is_known = false;  ///< both sides tell what was found
};

FindingChanges finding_changes(const Snapshot& before, const Snapshot& after);

}  // namespace yokoten
