#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// `sitemap.xml`; `addresses` are paths below `base_url`. Where there are several `languages`, each
/// page is there in all of them, in those behind the first one below its own folder (`en/`), and
/// each address names the others.
std::string sitemap_xml(const std::string& base_url, const std::vector<std::string>& addresses,
                        const std::vector<std::string>& languages = {"ja"});

std::string robots_txt(const std::string& base_url);

}  // namespace yokoten
