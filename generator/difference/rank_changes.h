#pragma once

#include <string>
#include <vector>

#include "difference/snapshot.h"

namespace yokoten {

/// The national place of an area that is another one.
struct RankChange {
  std::string area_code;
  int before = 0, after = 0;        ///< 0: it has no place
  int before_of = 0, after_of = 0;  ///< how many areas have one
};

/// Those of one indicator, of prefectures or of municipalities, at the newest period of each side.
struct RankChanges {
  std::string indicator;
  bool of_prefectures = false;
  std::string before_period, after_period;
  std::vector<RankChange> areas;  ///< who moved farthest first; who has no place any more last
};

/// By indicator; none where a side does not know which end of the row is the better one.
std::vector<RankChanges> rank_changes(const Snapshot& before, const Snapshot& after);

}  // namespace yokoten
