#pragma once

#include <string>

#include "publish/hand_over.h"

namespace yokoten {

/// Writes a built site into the archive `target` in one step: the same site gives the same bytes.
/// As a preview (preview_site.h), all lies in a folder called like the archive and opens from there
/// by double-click. A file that no publish wrote is not replaced.
HandedOver hand_over_zip(Disk& disk, const std::string& site, const std::string& target,
                         const PublishExtras& extras, bool as_preview, Findings& findings,
                         Progress& progress = silent_progress());

}  // namespace yokoten
