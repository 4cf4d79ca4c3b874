#pragma once

#include <string_view>

#include "chart/scene/curve_pen.h"

namespace yokoten::chart {

/// Draws path data of the letters that maps need (M L H V Z, small letters, and half circles `a`)
/// again; what comes after another letter is left out.
void draw_outline(Pen& pen, std::string_view path);

}  // namespace yokoten::chart
