#include "chart/scene/layout_headers.h"

#include <algorithm>
#include <cmath>

namespace yokoten::chart {
namespace {

double edge_of(const Bounds& bounds, Side side) {
  switch (side) {
    case Side::left:
      return bounds.x1;
    case Side::top:
      return bounds.y1;
    case Side::right:
      return bounds.x2;
    case Side::bottom:
      break;
  }
  return bounds.y2;
}

/// The one of two edges that lies further out, to whole px.
double further(double a, double b, Side side) {
  if (side == Side::left || side == Side::top) return std::floor(std::min(a, b));
  return std::ceil(std::max(a, b));
}

/// The cells beside which headers stand: the first, and from one to the next.
struct Walk {
  std::size_t start = 0, stride = 1, back = 1;
};

Walk walk_of(std::size_t count, std::size_t columns, Side side) {
  switch (side) {
    case Side::left:
      return {0, columns, 1};
    case Side::top:
      return {0, 1, columns};
    case Side::right:
      return {columns - 1, columns, 1};
    case Side::bottom:
      break;
  }
  return {(count + columns - 1) / columns * columns - columns, 1, columns};
}

}  // namespace

Bounds lay_out_cells(std::vector<Framed>& cells, std::size_t columns, double column_spacing,
                     double row_spacing) {
  GridOptions options;
  options.align = GridAlign::all;
  options.columns = columns;
  options.column_padding = column_spacing;
  options.row_padding = row_spacing;
  std::vector<GridCell> grid;
  for (const Framed& cell : cells) grid.push_back({box_or_origin(cell.box)});
  const Bounds bounds = lay_out_grid(grid, options);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].group.x = {0, grid[i].x};
    cells[i].group.y = grid[i].y;
  }
  return box_or_origin(bounds);
}

double lay_out_headers(std::vector<Framed>& headers, const std::vector<Framed>& cells,
                       std::size_t columns, Side side) {
  if (cells.empty()) return 0;
  const Walk walk = walk_of(cells.size(), columns, side);
  double start = 0;
  for (std::size_t i = walk.start; i < cells.size(); i += walk.stride)
    start = further(start, edge_of(cells[i].bounds(), side), side);
  if (headers.empty()) return start;
  const bool along_rows = side == Side::left || side == Side::right;
  const std::size_t limit = along_rows ? (cells.size() + columns - 1) / columns : columns;
  Bounds covered;
  double edge = 0;
  for (std::size_t j = 0; j < std::min(headers.size(), limit); ++j) {
    std::size_t cell = walk.start + j * walk.stride;
    while (cell >= cells.size() && cell >= walk.back) cell -= walk.back;
    if (cell >= cells.size()) continue;
    const Group& beside = cells[cell].group;
    Framed& header = headers[j];
    header.group.x = {0, along_rows ? start : beside.x.px};
    header.group.y = along_rows ? beside.y : start;
    covered.add(header.bounds());
    edge = further(edge, edge_of(covered, side), side);
  }
  return edge;
}

}  // namespace yokoten::chart
