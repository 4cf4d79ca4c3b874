#pragma once

#include <vector>

#include "chart/scene/layout_grid.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// A group in the picture of a facet and what it covers from its own origin.
struct Framed {
  Group group;
  Bounds box;

  Bounds bounds() const { return box.moved(group.x.px, group.y); }
};

/// Puts cells into a grid, all columns as wide and all rows as high as the largest cell.
Bounds lay_out_cells(std::vector<Framed>& cells, std::size_t columns, double column_spacing,
                     double row_spacing);

/// Puts headers along one side of the cells; returns how far out that side then reaches.
double lay_out_headers(std::vector<Framed>& headers, const std::vector<Framed>& cells,
                       std::size_t columns, Side side);

}  // namespace yokoten::chart
