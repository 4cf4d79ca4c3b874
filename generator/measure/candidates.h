#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"

namespace yokoten {

/// More do not help anybody to choose.
inline constexpr std::size_t most_candidates = 3;

/// At most three areas directly below `parent` whose names are nearest to `name`. The stem counts
/// more than the last letter (市, 町, 村), which misprints change without bringing names nearer:
/// 与市市 is nearer to 余市町 than to 小樽市.
std::vector<int> nearest_areas(const Areas& areas, int parent, std::string_view name);

/// Municipalities of any prefecture with exactly this name, at most three.
std::vector<int> same_names(const Areas& areas, std::string_view name);

/// What a text without a prefecture's full name may mean, at most three: municipalities of this
/// name, else those nearest to what stands behind a short name (鳥取米子市), else the nearest ones.
std::vector<int> likely_areas(const Areas& areas, std::string_view text);

/// `梼原町 (394050)、安芸市 (392031)`; `separator` stands between them. Unions have no code.
std::string listed(const Areas& areas, const std::vector<int>& ids, std::string_view separator);

}  // namespace yokoten
