#pragma once

#include <functional>
#include <set>
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

/// Colours of a picture that no class says, since another one of its data would look the same:
/// `#333` beside `black`. Both are other words for one colour of the palette.
using KeptColours = std::set<std::string, std::less<>>;
KeptColours kept_colours(const Scene& scene);

/// `on_box`: letters on a box that looks the same on every page.
Dress dress_of(const Item& item, Kind kind, const KeptColours& kept, bool on_box = false);

/// Whether a colour is of the palette, so that a class says it.
bool has_role(const std::string& colour, const KeptColours& kept);

}  // namespace yokoten::chart
