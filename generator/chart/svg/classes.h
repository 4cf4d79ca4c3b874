#pragma once

#include <string>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// What an item says of its colours in a page: classes of the stylesheet for colours of the house's
/// palette, so that dark mode and paper follow, and attributes for what no class says.
struct Dress {
  std::string classes;
  bool fill = false, stroke = false;  ///< colours outside the palette: to be written as they are
  bool stroke_width = false, dash = false, opacity = false;  ///< to be written as attributes
};

/// `on_box`: letters on a box that looks the same on every page.
Dress dress_of(const Item& item, Kind kind, bool on_box = false);

/// Whether a colour is of the palette, so that a class says it.
bool has_role(const std::string& colour);

}  // namespace yokoten::chart
