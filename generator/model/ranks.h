#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/cube.h"
#include "model/indicator.h"

namespace yokoten {

/// The place of an area among others; equals share one (1, 2, 2, 4).
struct Rank {
  int place = 0;
  int of = 0;    ///< how many areas have a value
  int tied = 0;  ///< how many share the place, this one included
};

/// Whether the figure may only say yes or no (1 or 0, a list that an area is on): where all of a
/// level do, they make no order, and none has a place. A percentage never only says that.
bool is_yes_or_no(const std::string& unit, const Decimal& value);

/// Ranks of all areas with a value, for one indicator at one period (breakdown: the total).
class RankTable {
 public:
  struct Row {
    int area = Areas::none;
    Rank national;     ///< among all areas of the same level
    Rank prefectural;  ///< among those of the same prefecture; equals `national` for prefectures
  };

  int indicator = 0, period = 0;
  std::vector<Row> rows;  ///< by area; none of a level whose figures all say yes or no

  /// nullptr where the area has no place, or is the only one that has.
  const Rank* national(int area) const;
  const Rank* prefectural(int area) const;

 private:
  const Row* row(int area) const;
};

/// The tables by indicator and period. Each is made when it is first asked for, since pages ask for
/// few of them, and kept; several threads may ask at once.
class Ranks {
 public:
  /// Makes one, without rows where no area has a value then.
  using Make = RankTable (*)(const Cube& cube, const Areas& areas, const Indicator& of,
                             int indicator, int period);

  /// Without `make` there are only those that were put in.
  explicit Ranks(Make make = nullptr);
  void put(RankTable table);
  /// The table as far as it was made, to be changed while nobody looks at it; nullptr where not.
  RankTable* made(int indicator, int period);
  /// Has the table made anew when it is asked for again; nobody may look at it meanwhile.
  void forget(int indicator, int period);
  /// Of the same cube and areas every time. Without rows where no area has a value then.
  const RankTable& table(const Cube& cube, const Areas& areas, const Indicator& of, int indicator,
                         int period) const;

 private:
  struct Made;
  Make make_;
  std::shared_ptr<Made> made_;
};

}  // namespace yokoten
