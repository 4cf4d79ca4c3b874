#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/publication.h"

namespace yokoten {

enum class TagKind : std::uint8_t { theme, technology, service, area };

/// What cases of good practice are found by: a theme, a technology, a service or an area.
struct CaseTag {
  TagKind kind = TagKind::theme;
  std::string code, name;
  std::string path;        ///< cases/themes/explanation/
  int area = Areas::none;  ///< of an area
  int count = 0;           ///< how many cases have it

  bool operator==(const CaseTag&) const = default;
};

/// The tags that at least one case has: themes, technologies and services in the order of their
/// lists, then areas by code. In a publication about the nation a case stands for its prefecture
/// too.
std::vector<CaseTag> case_tags_of(const Publication& publication, const Areas& areas, int home);

bool has_tag(const GoodPractice& practice, const CaseTag& tag, const Areas& areas);

/// The areas of a case that are there, the main one first.
std::vector<int> areas_of(const GoodPractice& practice, const Areas& areas);

/// 鳥取県米子市; in a prefecture's publication 米子市.
std::string place_name(const Areas& areas, int home, int area);

}  // namespace yokoten
