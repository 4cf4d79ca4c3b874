#include "command/book_starters.h"

#include "draft/publication.h"
#include "fold/unfold.h"

namespace yokoten {

std::string code_of(const Areas& areas, const std::string& prefecture) {
  if (prefecture.empty()) return areas.at(Areas::nation).code;
  const int area = areas.by_name(Areas::nation, prefecture);
  return area == Areas::none ? std::string() : areas.at(area).code;
}

std::map<std::string, std::string> starters_under_book(Disk& disk, const std::string& home,
                                                       const std::string& prefecture,
                                                       const std::string& as_of,
                                                       const std::set<std::string>& sheets,
                                                       Findings& findings) {
  const auto areas = read_areas(disk, home + "/data/areas", findings);
  if (!areas) return {};
  auto files = starting_files(disk, home,
                              {.folder = "",
                               .kind = prefecture.empty() ? "national" : "prefecture",
                               .prefecture = prefecture,
                               .today = as_of,
                               .code = code_of(*areas, prefecture)},
                              findings);
  std::erase_if(files, [&](const auto& each) {
    return each.first.starts_with("raw/") || is_described(each.first, sheets);
  });
  return files;
}

}  // namespace yokoten
