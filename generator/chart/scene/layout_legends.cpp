#include "chart/scene/layout_legends.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "chart/guide/legend_sources.h"
#include "chart/scene/layout_grid.h"

namespace yokoten::chart {
namespace {

constexpr double kOffset = 18;  // Vega's legend.layout
constexpr double kMargin = 8;

std::string orient_of(const Plan& plan, std::size_t legend) {
  return first(plan.legends[legend].spec.orient, plan.spec->config.legend.orient, "right");
}

/// Of several legends on a side the greatest offset that is written.
double offset_of(const Plan& plan, const std::vector<std::size_t>& legends) {
  Number most;
  for (const std::size_t i : legends) {
    const Number& own = plan.legends[i].spec.offset;
    const Number& offset = own ? own : plan.spec->config.legend.offset;
    if (offset) most = most ? std::max(*most, *offset) : *offset;
  }
  return most.value_or(kOffset);
}

/// Where the grid of a side's legends is anchored, inside the frame for corners.
GridOptions anchored(const std::string& orient, double offset, const FrameBounds& bounds,
                     PlotSize size) {
  GridOptions grid;
  grid.column_padding = grid.row_padding = kMargin;
  if (orient == "left" || orient == "right") grid.columns = 1;
  const bool end_across = orient == "left" || orient == "top-right" || orient == "bottom-right";
  const bool end_down = orient == "top" || orient == "bottom-left" || orient == "bottom-right";
  if (end_across) grid.column_anchor = GridAnchor::end;
  if (end_down) grid.row_anchor = GridAnchor::end;
  if (orient == "left") grid.x = std::floor(bounds.across.x1) - offset;
  if (orient == "right") grid.x = std::ceil(bounds.across.x2) + offset;
  if (orient == "top") grid.y = std::floor(bounds.down.y1) - offset;
  if (orient == "bottom") grid.y = std::ceil(bounds.down.y2) + offset;
  if (orient.find('-') == std::string::npos) return grid;
  grid.x = end_across ? size.width - offset : offset;
  grid.y = end_down ? size.height - offset : offset;
  return grid;
}

void place(std::vector<Group>& legends, const std::vector<std::size_t>& side,
           const GridOptions& grid, bool at_end, double width) {
  std::vector<GridCell> cells;
  for (const std::size_t i : side)
    cells.push_back({Bounds{0, 0, legends[i].width.px, legends[i].height}});
  lay_out_grid(cells, grid);
  for (std::size_t i = 0; i < side.size(); ++i) {
    Group& legend = legends[side[i]];
    legend.x = at_end ? Along{1, cells[i].x - width} : Along{0, cells[i].x};
    legend.y = cells[i].y;
  }
}

void add(FrameBounds& bounds, const Bounds& legend, const std::string& orient, bool fitting) {
  if (!fitting) {
    bounds.view.add(legend);
  } else if (orient == "left" || orient == "right") {
    bounds.view.add(legend.x1, 0);
    bounds.view.add(legend.x2, 0);
  } else if (orient == "top" || orient == "bottom") {
    bounds.view.add(0, legend.y1);
    bounds.view.add(0, legend.y2);
  }
}

Side legend_side_of(const std::string& orient) {
  if (orient == "left") return Side::left;
  if (orient == "top") return Side::top;
  return orient == "bottom" ? Side::bottom : Side::right;
}

}  // namespace

void lay_out_legends(std::vector<Group>& legends, const Plan& plan, FrameBounds& bounds,
                     PlotSize size, bool fitting) {
  std::vector<bool> placed(legends.size(), false);
  for (std::size_t i = 0; i < legends.size(); ++i) {
    if (placed[i]) continue;
    const std::string orient = orient_of(plan, i);
    std::vector<std::size_t> side;
    for (std::size_t j = i; j < legends.size(); ++j) {
      if (orient_of(plan, j) != orient) continue;
      side.push_back(j);
      placed[j] = true;
      legends[j].side = legend_side_of(orient);
    }
    if (orient == "none") continue;
    const bool at_end = orient.find("right") != std::string::npos;
    place(legends, side, anchored(orient, offset_of(plan, side), bounds, size), at_end, size.width);
  }
  for (std::size_t i = 0; i < legends.size(); ++i) {
    const Group& legend = legends[i];
    const double x = legend.x.at(size.width);
    const std::string orient = orient_of(plan, i);
    if (orient == "none") continue;
    add(bounds, {x, legend.y, x + legend.width.px, legend.y + legend.height}, orient, fitting);
  }
}

}  // namespace yokoten::chart
