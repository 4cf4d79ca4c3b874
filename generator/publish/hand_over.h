#pragma once

#include <string>

#include "base/disk.h"
#include "base/progress.h"
#include "model/finding.h"
#include "publish/outgoing_files.h"

namespace yokoten {

/// What was handed over.
struct HandedOver {
  std::size_t files =
      0;  ///< that stand now and are the site's; 0: nothing was done, findings tell why
  std::size_t kept = 0;      ///< of the site before, for one generation
  std::size_t sent = 0;      ///< that had to be brought to a remote
  std::size_t removed = 0;   ///< from a remote
  std::string title, as_of;  ///< of the site that stands now
};

/// Copies a built site into the folder `target` and exchanges it with what stands there in one
/// step. Refused (publish.*) where the site is not whole, is not the one that its release file
/// tells of, or lacks what a clause binds to publish: the target stays as it was then. What others
/// put into the target stays, and so do, for one generation, the assets of the site before. All of
/// it is on the medium before the exchange, after which no signal ends the program
/// (disturbable_again).
HandedOver hand_over(Disk& disk, const std::string& site, const std::string& target,
                     const PublishExtras& extras, Findings& findings,
                     Progress& progress = silent_progress());

/// Makes the site stand in the folder `target` that stood there before the last hand_over().
HandedOver hand_back(Disk& disk, const std::string& target, Findings& findings,
                     Progress& progress = silent_progress());

}  // namespace yokoten
