#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// `sitemap.xml`; `addresses` are paths below `base_url`.
std::string sitemap_xml(const std::string& base_url, const std::vector<std::string>& addresses);

std::string robots_txt(const std::string& base_url);

}  // namespace yokoten
