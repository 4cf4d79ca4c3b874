#pragma once

#include <string>
#include <string_view>

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

/// "" where no vertex is defined.
std::string line_path(const Item& item, double width);
std::string area_path(const Item& item, double width);

/// Around (0, 0); `size` in px².
std::string symbol_path(std::string_view shape, double size);

/// Any item but a rule or a text by the one of these that its kind asks for, behind `out`.
void append_path(std::string& out, const Item& item, Kind kind, double width);

}  // namespace yokoten::chart
