#pragma once

#include <optional>
#include <string>

#include "page/chart_frame.h"

namespace yokoten {

/// A bar from zero with the goal (or else the next target) as a tick; empty where neither is a
/// number or the figure has no value.
SmallChart progress_picture(Context& context, const Figure& figure,
                            const std::optional<Decimal>& goal, const std::string& goal_label);

/// A tick for every area of the same level with the own one and both ends named; empty under three.
SmallChart strip_picture(Context& context, const Figure& figure);

}  // namespace yokoten
