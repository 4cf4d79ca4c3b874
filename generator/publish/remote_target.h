#pragma once

#include <string>

#include "publish/hand_over.h"

namespace yokoten {

/// Brings a built site to a remote that rclone knows: what pages need, then pages, then the
/// manifest, then what is not needed any more goes. What is there already is not brought again.
/// What stood there before is kept beside the site on this machine (`site/.national.published/`).
HandedOver hand_over_remote(Disk& disk, const std::string& site, const std::string& remote,
                            const PublishExtras& extras, Findings& findings,
                            Progress& progress = silent_progress());

/// Brings back what stood at the remote before the last hand_over_remote() of this site from this
/// machine; of one that did not end, what stood there before it began.
HandedOver hand_back_remote(Disk& disk, const std::string& site, const std::string& remote,
                            Findings& findings, Progress& progress = silent_progress());

}  // namespace yokoten
