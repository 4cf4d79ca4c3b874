#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// What an item covers, in px, as Vega estimates it (text by text_width.h, strokes included).
struct Bounds {
  double x1 = std::numeric_limits<double>::max(), y1 = std::numeric_limits<double>::max();
  double x2 = -std::numeric_limits<double>::max(), y2 = -std::numeric_limits<double>::max();
  bool empty() const { return x1 > x2 || y1 > y2; }
  void add(double x, double y);
  void add(const Bounds& other);
  Bounds moved(double dx, double dy) const;
};

/// Bounds at a width of the group that holds the item; hidden ones are empty.
Bounds bounds_of(const Item& item, Kind kind, double width);
Bounds bounds_of(const Mark& mark, double width);

/// The box of a text as Vega's `boundsText` has it: align, baseline, angle, limit, lines.
Bounds text_bounds(const Item& item, double width);

/// Width of a text in px, bold a twentieth wider; the table is that of text_width.h.
double text_width(const Font& font, std::string_view text);

/// The text as it is drawn: blanks at its ends taken away, and where it is as wide as `limit` px
/// (0: no limit) cut off and ended by "…", as Vega cuts it.
std::string limited_text(const Font& font, std::string_view text, double limit);

/// How far below `y` + `dy` the line stands that an item's letters stand on, in px (Vega's
/// `offset`).
double baseline_offset(const Item& item);

}  // namespace yokoten::chart
