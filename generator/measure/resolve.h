#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/source.h"

namespace yokoten {

/// Why a cell names no area.
enum class AreaFault { none, unknown, no_prefecture, bad_code, wrong_level, wrong_county };

/// What a cell names: an area and how it was told, or what may have been meant.
struct Resolution {
  int area = Areas::none;
  AreaMatch match = AreaMatch::none;
  AreaFault fault = AreaFault::unknown;
  int prefecture = Areas::none;  ///< in which the name was looked for, none when that is not known;
                                 ///< the nation when a prefecture was looked for
  std::string name;              ///< what was looked for, without the prefecture
  std::vector<int> candidates;   ///< nearest first; with wrong_county the area of that name
};

/// Resolves the cells of one row. `prefecture_cell` is read only where the source has a column of
/// its own for it. A name is never looked for outside its prefecture.
Resolution resolve_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                        std::string_view area_cell);

}  // namespace yokoten
