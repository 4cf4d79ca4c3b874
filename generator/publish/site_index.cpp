#include "publish/site_index.h"

#include <fmt/format.h>

#include "base/html_text.h"

namespace yokoten {

std::string sitemap_xml(const std::string& base_url, const std::vector<std::string>& addresses) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& address : addresses)
    out += fmt::format("<url><loc>{}{}</loc></url>\n", html_text(base_url), html_text(address));
  return out + "</urlset>\n";
}

std::string robots_txt(const std::string& base_url) {
  return "User-agent: *\nAllow: /\nSitemap: " + base_url + "sitemap.xml\n";
}

}  // namespace yokoten
