#include "check/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
    report_missing(AreaLevel::prefecture);
    report_missing(AreaLevel::municipality);
  }

 private:
  void resolve();
  void compare_name(const AreaShape& shape, int id);
  void report_unknown();
  void report_missing(AreaLevel level);
  bool has(int id) const { return seen_.contains(id); }
  bool is_owed(int id, AreaLevel level) const;
  Place file() const { return {subject_.publication.folder + '/' + source_.file, 0, 0}; }

  const Subject& subject_;
  const Boundaries& boundaries_;
  const Source& source_;
  std::map<int, const AreaShape*> seen_;
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

// All areas of a level of which the file has any.
bool BoundaryCheck::is_owed(int id, AreaLevel level) const {
  return subject_.areas.at(id).level == level && !has(id);
}

void BoundaryCheck::report_missing(AreaLevel level) {
  const Areas& areas = subject_.areas;
  const bool any = std::any_of(seen_.begin(), seen_.end(), [&](const auto& each) {
    return areas.at(each.first).level == level;
  });
  if (!any) return;
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
