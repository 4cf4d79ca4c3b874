#pragma once

#include "chart/scene/curve_pen.h"
#include "chart/scene/paths.h"

namespace yokoten::chart {

/// Sides of a rectangle in px.
struct Frame {
  double x1, y1, x2, y2;
};

/// Draws what the round corners of `whole` leave of `part`, a slice of it that is as wide or as
/// high as it. The radii must fit into `whole`.
void draw_slice(Pen& pen, const Frame& whole, const Corners& corners, const Frame& part);

/// Draws a rectangle with round corners that fit into it.
void draw_round(Pen& pen, const Frame& at, const Corners& corners);

}  // namespace yokoten::chart
