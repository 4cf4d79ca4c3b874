#pragma once

#include <string>
#include <vector>

#include "chart/plot.h"

namespace yokoten {

struct LegendKey {
  std::string css;    ///< class of the swatch
  std::string words;  ///< what it stands for
  int count = 0;      ///< tiles of the class
};

struct Legend {
  bool counts = false;  ///< threshold classes say how many tiles they hold
  std::string title;
  std::vector<LegendKey> keys;  ///< empty for no legend
};

/// The legend that the specification asks for.
Legend legend_of(const ChartSpec& spec);

/// As a list for the page: swatches with words, thresholds with the number of tiles.
std::string legend_html(const Legend& legend);

/// As SVG for a picture that stands alone, from `top` downwards, 22 px a key.
std::string legend_svg(const Legend& legend, double top);
inline constexpr double kLegendLine = 22;

}  // namespace yokoten
