#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// More areas without a figure than these are folded under their table instead of being its rows.
inline constexpr std::size_t most_missing_rows = 24;

/// The areas as a folded list of links. `summary` says what they have in common.
std::string folded_areas_html(Context& context, const std::vector<int>& areas,
                              const std::string& summary);

}  // namespace yokoten
