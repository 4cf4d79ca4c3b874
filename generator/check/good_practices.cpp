#include "check/good_practices.h"

#include <fmt/format.h>

#include "check/before_after.h"
#include "model/home_area.h"
#include "model/report.h"

namespace yokoten {
namespace {

void check_area(const Subject& subject, const std::string& code, const Place& place) {
  const auto& [publication, areas, measured, findings, earlier] = subject;
  const int area = areas.by_code(code);
  if (area == Areas::none)
    return subject.error(
        place, "case.area",
        {fmt::format("{} という地域のコードはありません。6桁で書いてください", code),
         fmt::format("there is no area with the code {}; write its six digits", code)});
  if (lies_in_home(home_area(publication, areas), areas, area)) return;
  subject.error(place, "case.area",
                {fmt::format("{}は{}ではありません。地域のコードを確かめてください",
                             areas.at(area).name, publication.prefecture),
                 fmt::format("{} does not lie in {}; check the code", areas.at(area).name,
                             publication.prefecture)});
}

void check_one(const Subject& subject, const GoodPractice& practice) {
  if (practice.areas.empty())
    subject.error(practice.place, "case.area",
                  {"好事例の地域がありません。area（または case の areas）に6桁のコードを書いて"
                   "ください。全国は 000000 です",
                   "the case has no area; write the six digits of its code under area, or under "
                   "areas (000000 is the nation)"});
  // The page itself looks whether its own `area` is there.
  for (std::size_t at = 0; at < practice.areas.size(); ++at)
    if (practice.area_places[at] != practice.area_place ||
        subject.areas.by_code(practice.areas[at]) != Areas::none)
      check_area(subject, practice.areas[at], practice.area_places[at]);
  const int area =
      practice.areas.empty() ? Areas::none : subject.areas.by_code(practice.areas.front());
  check_before_after(subject, "case", area, practice.effects);
}

}  // namespace

void check_good_practices(const Subject& subject) {
  for (const GoodPractice& each : subject.publication.practices) check_one(subject, each);
}

}  // namespace yokoten
