#pragma once

#include <span>
#include <string>
#include <vector>

#include "difference/page_changes.h"

namespace yokoten {

/// Which of the pages that are gone stand elsewhere now, by address; they are taken out of `gone`,
/// and out of `come` what they became. Told by the lists of areas, by all that a page says, or by
/// a heading that no other page of its kind has.
std::vector<MovedPage> moved_pages(const Snapshot& before, const Snapshot& after,
                                   std::vector<std::string>& gone, std::vector<std::string>& come,
                                   std::span<const AreaChange> changes);

/// `areas/31/index.html` of `areas/31/`, `404.html` of itself.
std::string page_path(const std::string& address);

}  // namespace yokoten
