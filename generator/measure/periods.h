#pragma once

#include <vector>

#include "model/area.h"
#include "model/cube.h"

namespace yokoten {

/// The periods at which an indicator has a total, as ids of the cube, ascending.
class TotalPeriods {
 public:
  TotalPeriods(const Cube& cube, const Areas& areas, int indicator);

  /// For any area.
  std::vector<int> all() const { return with(~0U); }
  /// For any area of the level.
  std::vector<int> of(AreaLevel level) const { return with(seen(level)); }
  /// Those at which a source has such rows itself; all of them where every figure is a sum. That
  /// one prefecture can be added up from its municipalities does not mean that the others owe a
  /// figure.
  std::vector<int> stated(AreaLevel level) const;

 private:
  static unsigned seen(AreaLevel level) { return 1U << static_cast<unsigned>(level); }
  static unsigned said(AreaLevel level) { return seen(level) << 16U; }
  std::vector<int> with(unsigned marks) const;

  std::vector<unsigned> marks_;  // by period: levels that have a total, and those that state it
};

}  // namespace yokoten
