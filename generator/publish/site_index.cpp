#include "publish/site_index.h"

#include <fmt/format.h>

#include "base/html_text.h"

namespace yokoten {
namespace {

std::string page_address(const std::string& base_url, const std::vector<std::string>& languages,
                         const std::string& language, const std::string& address) {
  return html_text(base_url + (language == languages.front() ? "" : language + '/') + address);
}

}  // namespace

std::string sitemap_xml(const std::string& base_url, const std::vector<std::string>& addresses,
                        const std::vector<std::string>& languages) {
  const bool several = languages.size() > 1;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
  out += several ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n" : ">\n";
  for (const std::string& language : languages)
    for (const std::string& address : addresses) {
      out += "<url><loc>" + page_address(base_url, languages, language, address) + "</loc>";
      if (several)
        for (const std::string& other : languages)
          out += fmt::format("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                             html_text(other), page_address(base_url, languages, other, address));
      out += "</url>\n";
    }
  return out + "</urlset>\n";
}

std::string robots_txt(const std::string& base_url) {
  return "User-agent: *\nAllow: /\nSitemap: " + base_url + "sitemap.xml\n";
}

}  // namespace yokoten
