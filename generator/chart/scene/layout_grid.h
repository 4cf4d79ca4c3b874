#pragma once

#include <vector>

#include "chart/scene/bounds.h"

// Vega's grid layout: legends around a plot, entries in a legend, cells of facets.

namespace yokoten::chart {

enum class GridAlign { each, all };
enum class GridAnchor { start, middle, end };

/// One thing in a grid: what it covers from its own origin, and where that origin comes to stand.
struct GridCell {
  Bounds box;
  double x = 0, y = 0;
};

struct GridOptions {
  GridAlign align = GridAlign::each;
  std::size_t columns = 0;  ///< 0: all in one row
  double column_padding = 0, row_padding = 0;
  bool center_rows = false;
  double x = 0, y = 0;  ///< where the anchor of the whole stands
  GridAnchor column_anchor = GridAnchor::start, row_anchor = GridAnchor::start;
};

/// Finds the places of all cells, row by row; returns what they cover together.
Bounds lay_out_grid(std::vector<GridCell>& cells, const GridOptions& options);

/// The box of something without content is its origin.
Bounds box_or_origin(const Bounds& bounds);

}  // namespace yokoten::chart
