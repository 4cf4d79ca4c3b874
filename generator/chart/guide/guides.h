#pragma once

#include "chart/plan/plan.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// What the layout of an axis needs besides its items, in px.
struct AxisPlacement {
  double length = 0;  ///< of the scale's range
  double offset = 0;  ///< from the plot's edge
  double min_extent = 0, max_extent = 200;
  double title_padding = 4;
  bool title_auto = true;  ///< the title stands beyond the labels
};

/// An axis of a plot of `width` x `height` px as up to two groups: grid and the rest, as
/// Vega-Lite makes them, with overlapping labels hidden. Titles are placed by lay_out_axis
/// (axis_layout.h). Both groups are drawn before the marks, or after them where `in_front`.
struct AxisGroups {
  bool has_main = false, has_grid = false;
  bool in_front = false;
  Group grid, main;
  AxisPlacement grid_placement, main_placement;
};
AxisGroups axis_groups(const Plan& plan, bool horizontal, double width, double height);

/// The legends, laid out inside themselves; their places come from the layout.
std::vector<Group> legend_groups(const Plan& plan, double width, double height);

}  // namespace yokoten::chart
