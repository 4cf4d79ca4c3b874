#include "model/filled_areas.h"

#include <algorithm>

#include "model/home_area.h"

namespace yokoten {

FilledAreas::FilledAreas(const Publication& publication, const Areas& areas,
                         const Measured& measured, int source)
    : areas_(areas), prefectures_(static_cast<std::size_t>(areas.size())) {
  const int home = home_area(publication, areas);
  all_ = home == Areas::nation;
  if (all_ || home == Areas::none) return;
  prefectures_[static_cast<std::size_t>(home)] = true;
  const RowReadings& rows = measured.rows[static_cast<std::size_t>(source)];
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (const int area = rows[row].area; area != Areas::none && area != Areas::nation)
      prefectures_[static_cast<std::size_t>(areas.prefecture_of(area))] = true;
}

bool FilledAreas::holds(int area) const {
  const auto holds_prefecture = [&](int each) {
    return prefectures_[static_cast<std::size_t>(each)];
  };
  if (all_) return true;
  if (area == Areas::nation) return std::ranges::all_of(areas_.prefectures(), holds_prefecture);
  return holds_prefecture(areas_.prefecture_of(area));
}

}  // namespace yokoten
