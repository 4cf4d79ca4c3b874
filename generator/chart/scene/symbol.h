#pragma once

#include <string_view>

#include "chart/scene/curve_pen.h"

namespace yokoten::chart {

/// Draws one of Vega's symbols around (0, 0): circle, square, cross, diamond, triangle (-up, -down,
/// -left, -right), arrow, wedge, stroke; another name is a circle. `size` is an area in px².
void draw_symbol(Pen& pen, std::string_view shape, double size);

/// Whether it is one of these names.
bool is_symbol(std::string_view shape);

}  // namespace yokoten::chart
