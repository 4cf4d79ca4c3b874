#pragma once

#include <cstdint>
#include <vector>

#include "model/area.h"
#include "model/cube.h"
#include "model/indicator.h"
#include "model/ranks.h"

namespace yokoten {

/// Numbers that stand for contents: as good as never the same of two that differ.
class Marks {
 public:
  void add(std::uint64_t number) {
    state_ = (state_ ^ number) * 0x9E3779B97F4A7C15U;
    state_ ^= state_ >> 29U;
  }
  void add(const Observation& seen);
  /// As far as it is shown: where it stands, what holds for it, and its value rounded as the
  /// indicator says.
  void add_shown(const Indicator& indicator, const Observation& seen);
  std::uint64_t mark() const { return state_; }

 private:
  std::uint64_t state_ = 0x243F6A8885A308D3U;
};

/// Marks of every series: by indicator, then area; 0 where there is none.
struct SeriesMarks {
  std::vector<std::uint64_t> exact;
  std::vector<std::uint64_t> shown;  ///< as far as it is shown; of municipalities the same as exact
};
SeriesMarks series_marks(const Cube& cube, const std::vector<Indicator>& indicators,
                         const Areas& areas);

/// Of the place of each of `areas` areas one; 0 where it has none.
std::vector<std::uint64_t> rank_marks(const RankTable& table, int areas);

}  // namespace yokoten
