#include "chart/house/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace yokoten::chart {
namespace {

// In the order of Ink. Blues and greys of the Digital Agency's design tokens.
constexpr std::array<const char*, 13> kColours = {
    "#0017C1", "#3460FB", "#7096F8", "#C5D7FB", "#E8F1FE", "#949494", "#CCCCCC",
    "#E6E6E6", "#F2F2F2", "#1A1A1A", "#595959", "#FFFFFF", "#000000"};

}  // namespace

const char* colour(Ink ink) { return kColours[static_cast<std::size_t>(ink)]; }

std::vector<double> ascending(std::vector<double> limits) {
  std::erase_if(limits, [](double limit) { return !std::isfinite(limit); });
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits;
}

}  // namespace yokoten::chart
