#pragma once

#include <string>
#include <vector>

#include "publish/manifest.h"

namespace yokoten {

/// `_headers` of a site: `rules`, and who may frame its pages. That can't be said in a page, and
/// not by one rule either: all rules that fit a path count, and charts below `embed/` may stand in
/// pages of others. So each folder without such charts gets a rule, and beside them each page.
std::string host_headers(const std::string& rules, const std::vector<ManifestEntry>& files);

}  // namespace yokoten
