#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// What was handed over.
struct HandedOver {
  std::size_t files = 0;  ///< 0: nothing was, findings tell why
};

/// Copies a built site into the folder `target` and exchanges it with what stands there in one
/// step. Refused (publish.*) where the site is not whole, is not the one that its release file
/// tells of, or lacks what a clause binds to publish: the target stays as it was then.
HandedOver hand_over(Disk& disk, const std::string& site, const std::string& target,
                     Findings& findings);

}  // namespace yokoten
