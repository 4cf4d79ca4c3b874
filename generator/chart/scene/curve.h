#pragma once

#include <string_view>
#include <vector>

#include "chart/scene/curve_pen.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Draws a line through the defined vertices with one of d3-shape's curves: linear, step,
/// step-before, step-after, monotone. A line broken by undefined vertices has several parts.
void draw_line(Pen& pen, const std::vector<Vertex>& vertices, std::string_view interpolate,
               double width);

/// Draws the closed outline between (x, y) and (x2, y2) of the defined vertices. `horizontal`
/// areas measure along x, which decides how monotone curves bend.
void draw_area(Pen& pen, const std::vector<Vertex>& vertices, std::string_view interpolate,
               bool horizontal, double width);

}  // namespace yokoten::chart
