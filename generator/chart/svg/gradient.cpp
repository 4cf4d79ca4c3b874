#include "chart/svg/gradient.h"

#include <algorithm>

#include "chart/scale/interpolate.h"

namespace yokoten::chart {

std::string colour_at(const std::vector<GradientStop>& stops, double share) {
  std::size_t after = 0;
  while (after + 1 < stops.size() && stops[after].share < share) ++after;
  const GradientStop& to = stops[after];
  const GradientStop& from = stops[after > 0 ? after - 1 : 0];
  const double length = to.share - from.share;
  const double at = length > 0 ? std::clamp((share - from.share) / length, 0.0, 1.0) : 1;
  return css_of(mixed(rgb_of(from.colour), rgb_of(to.colour), at, ColourSpace::rgb));
}

}  // namespace yokoten::chart
