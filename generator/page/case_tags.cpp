#include "page/case_tags.h"

#include <algorithm>

#include "base/lists.h"

namespace yokoten {
namespace {

bool has_service(const GoodPractice& practice, const std::string& code) {
  return std::any_of(practice.services.begin(), practice.services.end(),
                     [&](const ServiceType* each) { return address_code(*each) == code; });
}

/// Counts the cases of each candidate and keeps those that have one.
class TagList {
 public:
  TagList(const Publication& publication, const Areas& areas)
      : publication_(publication), areas_(areas) {}

  void add(CaseTag tag, const char* folder) {
    tag.path = std::string("cases/") + folder + '/' + tag.code + '/';
    for (const GoodPractice& each : publication_.practices)
      tag.count += has_tag(each, tag, areas_) ? 1 : 0;
    if (tag.count > 0) tags_.push_back(std::move(tag));
  }

  void add_words(TagKind kind, const std::vector<CaseWord>& words, const char* folder) {
    for (const CaseWord& each : words)
      add({.kind = kind, .code = each.code, .name = each.title, .path = {}}, folder);
  }

  std::vector<CaseTag> tags_;

 private:
  const Publication& publication_;
  const Areas& areas_;
};

}  // namespace

std::vector<int> areas_of(const GoodPractice& practice, const Areas& areas) {
  std::vector<int> found;
  for (const std::string& code : practice.areas)
    if (const int area = areas.by_code(code); area != Areas::none) found.push_back(area);
  return found;
}

bool has_tag(const GoodPractice& practice, const CaseTag& tag, const Areas& areas) {
  switch (tag.kind) {
    case TagKind::theme:
      return holds(practice.themes, tag.code);
    case TagKind::technology:
      return holds(practice.technologies, tag.code);
    case TagKind::service:
      return has_service(practice, tag.code);
    case TagKind::area:
      break;
  }
  const std::vector<int> own = areas_of(practice, areas);
  return std::any_of(own.begin(), own.end(), [&](int area) {
    return area == tag.area || areas.prefecture_of(area) == tag.area;
  });
}

std::string place_name(const Areas& areas, int home, int area) {
  const int prefecture = areas.prefecture_of(area);
  const bool alone = area == Areas::nation || prefecture == area || prefecture == home;
  if (alone) return areas.at(area).name;
  if (!areas.at(area).japanese.empty())
    return areas.at(area).name + ", " + areas.at(prefecture).name;
  return areas.at(prefecture).name + areas.at(area).name;
}

std::vector<CaseTag> case_tags_of(const Publication& publication, const Areas& areas, int home) {
  TagList list(publication, areas);
  if (publication.practices.empty()) return {};
  list.add_words(TagKind::theme, publication.case_words.themes, "themes");
  list.add_words(TagKind::technology, publication.case_words.technologies, "technologies");
  for (const ServiceType& each : service_types())
    list.add({.kind = TagKind::service,
              .code = std::string(address_code(each)),
              .name = std::string(name_in(each, publication.language)),
              .path = {}},
             "services");
  std::vector<int> places;
  for (const GoodPractice& each : publication.practices)
    for (const int area : areas_of(each, areas)) {
      places.push_back(area);
      if (home == Areas::nation) places.push_back(areas.prefecture_of(area));
    }
  std::sort(places.begin(), places.end(),
            [&](int a, int b) { return areas.at(a).code < areas.at(b).code; });
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const int area : places)
    if (area != Areas::nation)
      list.add({.kind = TagKind::area,
                .code = areas.at(area).code,
                .name = place_name(areas, home, area),
                .path = {},
                .area = area},
               "areas");
  return std::move(list.tags_);
}

}  // namespace yokoten
