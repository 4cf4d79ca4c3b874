#pragma once

#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "read/areas.h"

namespace yokoten {

/// The starting files that lie under a book: those that none of its sheets describes, and no raw
/// files. `prefecture` is empty for a national one, `as_of` what they say of today.
std::map<std::string, std::string> starters_under_book(Disk& disk, const std::string& home,
                                                       const std::string& prefecture,
                                                       const std::string& as_of,
                                                       const std::set<std::string>& sheets,
                                                       Findings& findings);

/// The code of a prefecture by its name, that of the nation for an empty one; empty for an unknown.
std::string code_of(const Areas& areas, const std::string& prefecture);

}  // namespace yokoten
