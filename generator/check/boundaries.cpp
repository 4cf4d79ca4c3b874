#include "check/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/former_names.h"
#include "model/home_area.h"

namespace yokoten {
namespace {

using Names = std::vector<std::string>;

std::string shown(const AreaShape& shape) {
  return shape.name.empty() ? shape.code : fmt::format("{} {}", shape.code, shape.name);
}

std::string full_name(const Areas& areas, int id) {
  const Area& area = areas.at(id);
  const bool inside = area.level == AreaLevel::municipality;
  return (inside ? areas.at(areas.prefecture_of(id)).name : std::string()) + area.name;
}

// One boundary file.
class BoundaryCheck {
 public:
  BoundaryCheck(const Subject& subject, const Boundaries& boundaries)
      : subject_(subject), boundaries_(boundaries), source_(subject.source(boundaries.source)) {}

  void run() {
    resolve();
    report_unknown();
    report_wards();
    report_missing(AreaLevel::prefecture);
    report_missing(AreaLevel::municipality);
  }

 private:
  void resolve();
  void compare_name(const AreaShape& shape, int id);
  void report_unknown();
  void report_wards();
  void report_missing(AreaLevel level);
  bool has(int id) const { return seen_.contains(id); }
  bool has_level(AreaLevel level, bool outside) const;
  bool is_owed(int id, AreaLevel level) const;
  Place file() const { return {subject_.publication.folder + '/' + source_.file, 0, 0}; }

  const Subject& subject_;
  const Boundaries& boundaries_;
  const Source& source_;
  int home_ = home_area(subject_.publication, subject_.areas);
  std::map<int, const AreaShape*> seen_;
  std::map<int, int> wards_;  ///< city, how many of its wards have a shape
  Names unknown_;
};

void BoundaryCheck::compare_name(const AreaShape& shape, int id) {
  const std::string& official = subject_.areas.at(id).name;
  if (shape.name.empty() || shape.name == official || shape.name == full_name(subject_.areas, id))
    return;
  subject_.note(
      file(), "boundary.name",
      {fmt::format("境界の {} は、コードから {} としました", shown(shape), official),
       fmt::format("the boundary of {} was taken for {} by its code", shown(shape), official)});
}

void BoundaryCheck::resolve() {
  for (const AreaShape& shape : boundaries_.shapes) {
    const int id = area_of_code(subject_.areas, shape.code);
    if (id == Areas::none) {
      if (const int city = city_of_ward_code(subject_.areas, shape.code); city != Areas::none)
        ++wards_[city];
      else
        unknown_.push_back(shown(shape));
      continue;
    }
    if (!seen_.emplace(id, &shape).second)
      subject_.error(file(), "boundary.twice",
                     {fmt::format("{} の境界が2つあります", shown(shape)),
                      fmt::format("there are two boundaries of {}", shown(shape))});
    compare_name(shape, id);
  }
}

void BoundaryCheck::report_unknown() {
  if (unknown_.empty()) return;
  subject_.warning(
      file(), "boundary.unknown",
      {fmt::format("data/areas にない地域の境界が{}件あり、地図に描きません：{}", unknown_.size(),
                   fmt::join(unknown_, "、")),
       fmt::format("{} boundaries of areas that data/areas does not know; they are not drawn: {}",
                   unknown_.size(), fmt::join(unknown_, ", "))});
}

// Shapes of wards in place of the city's, as the official files have them; beside it they are
// merely not drawn. Cities of other prefectures are not looked at, as their other towns are not.
void BoundaryCheck::report_wards() {
  const Areas& areas = subject_.areas;
  Names cities;
  for (const auto& [city, count] : wards_) {
    if (!has(city) && lies_in_home(home_, areas, city))
      cities.push_back(fmt::format("{} ({})", areas.at(city).name, areas.at(city).code));
    if (has(city))
      subject_.note(file(), "boundary.wards",
                    {fmt::format("{}の区の境界{}件は描きません。市の境界を描きます",
                                 areas.at(city).name, count),
                     fmt::format("{} boundaries of wards of {} are not drawn; the city's own is",
                                 count, areas.at(city).name)});
  }
  if (cities.empty()) return;
  subject_.warning(
      source_.place, "boundary.wards",
      {fmt::format("{}には市の境界がなく区の境界だけがある市が{}件あり、地図では表だけに出ます：{}"
                   "。区の形を市ごとに1つに合わせ、市の団体コードを付けてください",
                   source_.file, cities.size(), fmt::join(cities, "、")),
       fmt::format("{} has boundaries of the wards of {} cities and none of the cities; maps show "
                   "them in their table only: {}. Merge the wards of each into one shape with the "
                   "city's code",
                   source_.file, cities.size(), fmt::join(cities, ", "))});
}

bool BoundaryCheck::has_level(AreaLevel level, bool outside) const {
  return std::any_of(seen_.begin(), seen_.end(), [&](const auto& each) {
    return subject_.areas.at(each.first).level == level &&
           (!outside || !lies_in_home(home_, subject_.areas, each.first));
  });
}

// Of a prefecture's publication its own towns, and all prefectures only where it has others.
bool BoundaryCheck::is_owed(int id, AreaLevel level) const {
  if (subject_.areas.at(id).level != level || has(id) || wards_.contains(id)) return false;
  const bool all = level == AreaLevel::prefecture && has_level(level, true);
  return all || lies_in_home(home_, subject_.areas, id);
}

void BoundaryCheck::report_missing(AreaLevel level) {
  const Areas& areas = subject_.areas;
  if (!has_level(level, false)) return;
  Names missing;
  for (int id = 0; id < areas.size(); ++id)
    if (is_owed(id, level)) missing.push_back(full_name(areas, id));
  if (missing.empty()) return;
  subject_.warning(
      source_.place, "boundary.missing",
      {fmt::format("{}に境界がない地域が{}件あり、地図では表だけに出ます：{}", source_.file,
                   missing.size(), fmt::join(missing, "、")),
       fmt::format("{} has no boundary of {} areas; maps show them in their table only: {}",
                   source_.file, missing.size(), fmt::join(missing, ", "))});
}

}  // namespace

void check_boundaries(const Subject& subject) {
  for (const Boundaries& boundaries : subject.publication.boundaries)
    BoundaryCheck(subject, boundaries).run();
}

}  // namespace yokoten
