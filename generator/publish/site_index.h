#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/area.h"

namespace yokoten {

/// `sitemap.xml`; `addresses` are paths below `base_url`.
std::string sitemap_xml(const std::string& base_url, const std::vector<std::string>& addresses);

std::string robots_txt(const std::string& base_url);

/// `search/areas.js`: name, reading, path below areas/ and prefecture of every area that has a
/// page, prefectures first; a script, since pages opened from a folder may not fetch.
std::string areas_script(const Areas& areas, const std::function<bool(int)>& has_page);

}  // namespace yokoten
