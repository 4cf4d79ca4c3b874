#pragma once

#include <string>

#include "chart/scene/scene.h"

namespace yokoten::chart {

// Path data as Vega writes it: absolute px of the group at `width`, at most three decimals.

/// Radii of round corners in px.
struct Corners {
  double top_left = 0, top_right = 0, bottom_right = 0, bottom_left = 0;
  bool operator==(const Corners&) const = default;
};
Corners corners_of(const Item& item);

/// A rectangle with the item's round corners, none larger than half its shorter side.
std::string rect_path(const Item& item, double width);
std::string rectangle_path(double x, double y, double width, double height, double corner_radius);

/// Any item but a rule or a text behind `out`; nothing where no vertex is defined. Symbols stand
/// around (0, 0), their size is in px².
void append_path(std::string& out, const Item& item, Kind kind, double width);

}  // namespace yokoten::chart
