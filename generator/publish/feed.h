#pragma once

#include <string>

#include "model/publication.h"
#include "model/release_changes.h"

namespace yokoten {

/// `feed.xml`: an Atom feed of the releases and of the indicators whose figures they changed,
/// newest first. Its dates are those of the releases, never the clock's.
std::string feed_xml(const Publication& publication, const ReleaseHistory& history);

}  // namespace yokoten
