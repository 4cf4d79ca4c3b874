#pragma once

#include <cstdint>
#include <vector>

#include "chart/guide/guides.h"
#include "chart/plan/plan.h"
#include "chart/scene/bounds.h"
#include "chart/scene/marks.h"

namespace yokoten::chart {

/// What is drawn in and around a frame, in px of the frame. As in Vega's layout, legends beside it
/// keep clear of `across` or `down`, its title of everything.
struct FrameBounds {
  Bounds view, across, down;

  FrameBounds(double width, double height);
  void add_axis(const Bounds& bounds, Side side);
  void add_group(const Bounds& bounds);
  Bounds all() const;
};

/// Lays an axis out and puts it into the group, behind the marks or before them.
void add_axis(Group& group, FrameBounds& bounds, Group axis, const AxisPlacement& placement,
              bool in_front, PlotSize size);

/// The marks of all layers for one cell.
void add_marks(Group& group, FrameBounds& bounds, const Plan& plan, std::uint32_t cell,
               PlotSize size, Spoken spoken);

/// What stands behind the marks: fill and outline of the plot (`config.view`).
void set_background(Group& group, const Plan& plan);

}  // namespace yokoten::chart
