#include "publish/site_index.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "base/json_text.h"

namespace yokoten {
namespace {

void append_area(std::string& out, const Areas& areas, int id) {
  const Area& area = areas.at(id);
  const bool municipality = area.level == AreaLevel::municipality;
  std::string path(areas.prefecture_number(id));
  if (municipality) path += '/' + area.code;
  out += fmt::format("[{},{},{},{}],\n", json_text(area.name), json_text(area.reading),
                     json_text(path),
                     json_text(municipality ? areas.at(area.parent).name : std::string()));
}

}  // namespace

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

std::string areas_script(const Areas& areas, const std::function<bool(int)>& has_page) {
  std::string out = "yokotenAreas([\n";
  for (const AreaLevel level : {AreaLevel::prefecture, AreaLevel::municipality})
    for (int id = 0; id < areas.size(); ++id)
      if (areas.at(id).level == level && has_page(id)) append_area(out, areas, id);
  return out + "]);\n";
}

}  // namespace yokoten
