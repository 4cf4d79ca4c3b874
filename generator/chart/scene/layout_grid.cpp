#include "chart/scene/layout_grid.h"

#include <algorithm>
#include <cmath>

namespace yokoten::chart {
namespace {

struct Tracks {
  std::size_t count = 0, columns = 1, rows = 1;
  std::vector<double> x_offset, y_offset;  // of each cell from the one before it
  std::vector<double> x_extent, y_extent;  // of each column and row
  double x_max = 0, y_max = 0;

  std::size_t column(std::size_t i) const { return i % columns; }
  std::size_t row(std::size_t i) const { return i / columns; }
};

double room_before(double edge) { return edge < 0 ? std::ceil(-edge) : 0; }

Tracks measured(const std::vector<GridCell>& cells, const GridOptions& options) {
  Tracks tracks;
  tracks.count = cells.size();
  tracks.columns = options.columns > 0 ? options.columns : std::max<std::size_t>(cells.size(), 1);
  tracks.rows = (cells.size() + tracks.columns - 1) / tracks.columns;
  tracks.x_offset.assign(cells.size(), 0);
  tracks.y_offset.assign(cells.size(), 0);
  tracks.x_extent.assign(std::min(tracks.columns, std::max<std::size_t>(cells.size(), 1)), 0);
  tracks.y_extent.assign(tracks.rows, 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Bounds& box = cells[i].box;
    double& x = tracks.x_extent[tracks.column(i)];
    double& y = tracks.y_extent[tracks.row(i)];
    x = std::max(x, std::ceil(box.x2));
    y = std::max(y, std::ceil(box.y2));
    tracks.x_max = std::max(tracks.x_max, x);
    tracks.y_max = std::max(tracks.y_max, y);
    if (tracks.column(i) > 0) tracks.x_offset[i] = options.column_padding + room_before(box.x1);
    if (tracks.row(i) > 0) tracks.y_offset[i] = options.row_padding + room_before(box.y1);
  }
  return tracks;
}

void align_all(Tracks& tracks) {
  double x = 0;
  double y = 0;
  for (std::size_t i = 0; i < tracks.count; ++i) {
    x = std::max(x, tracks.x_offset[i]);
    y = std::max(y, tracks.y_offset[i]);
  }
  for (std::size_t i = 0; i < tracks.count; ++i) {
    if (tracks.column(i) > 0) tracks.x_offset[i] = x + tracks.x_max;
    if (tracks.row(i) > 0) tracks.y_offset[i] = y + tracks.y_max;
  }
}

void align_each(Tracks& tracks) {
  std::vector<double> x(tracks.x_extent.size(), 0);
  std::vector<double> y(tracks.rows, 0);
  for (std::size_t i = 0; i < tracks.count; ++i) {
    x[tracks.column(i)] = std::max(x[tracks.column(i)], tracks.x_offset[i]);
    y[tracks.row(i)] = std::max(y[tracks.row(i)], tracks.y_offset[i]);
  }
  for (std::size_t i = 0; i < tracks.count; ++i) {
    const std::size_t column = tracks.column(i);
    const std::size_t row = tracks.row(i);
    if (column > 0) tracks.x_offset[i] = x[column] + tracks.x_extent[column - 1];
    if (row > 0) tracks.y_offset[i] = y[row] + tracks.y_extent[row - 1];
  }
}

void place(std::vector<GridCell>& cells, const Tracks& tracks) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].x = tracks.x_offset[i] + (tracks.column(i) > 0 ? cells[i - 1].x : 0);
    cells[i].y = tracks.y_offset[i] + (tracks.row(i) > 0 ? cells[i - tracks.columns].y : 0);
  }
}

/// Lowers cells to the middle of their row. Vega counts a cell's place from the top of the grid as
/// part of its height, so that only the first row has room to move.
void center_rows(std::vector<GridCell>& cells, const Tracks& tracks, GridAlign align) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double height = align == GridAlign::all ? tracks.y_max : tracks.y_extent[tracks.row(i)];
    const double rest = height - cells[i].box.y2 - cells[i].y;
    if (rest > 0) cells[i].y += rest / 2;
  }
}

/// The start of a length anchored at a place, rounded as JavaScript rounds.
double anchored(double at, double length, GridAnchor anchor) {
  if (anchor == GridAnchor::end) at -= length;
  if (anchor == GridAnchor::middle) at -= length / 2;
  return std::floor(at + 0.5);
}

}  // namespace

Bounds box_or_origin(const Bounds& bounds) { return bounds.empty() ? Bounds{0, 0, 0, 0} : bounds; }

Bounds lay_out_grid(std::vector<GridCell>& cells, const GridOptions& options) {
  Tracks tracks = measured(cells, options);
  options.align == GridAlign::all ? align_all(tracks) : align_each(tracks);
  place(cells, tracks);
  if (options.center_rows && tracks.columns != 1) center_rows(cells, tracks, options.align);
  Bounds all{0, 0, 0, 0};
  for (const GridCell& cell : cells) all.add(cell.box.moved(cell.x, cell.y));
  const double x = anchored(options.x, all.x2 - all.x1, options.column_anchor);
  const double y = anchored(options.y, all.y2 - all.y1, options.row_anchor);
  Bounds placed;
  for (GridCell& cell : cells) {
    cell.x += x;
    cell.y += y;
    placed.add(cell.box.moved(cell.x, cell.y));
  }
  return placed;
}

}  // namespace yokoten::chart
