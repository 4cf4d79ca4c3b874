#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "chart/json.h"
#include "chart/spec/styles.h"

// A picture before it is written: groups, marks and items as in Vega's scenegraph. Places across
// are shares of the plot's width plus pixels, so that one scene serves a fixed width and a fluid
// one. Places down are pixels.

namespace yokoten::chart {

/// A place or length across: `share` of the width of the group, plus pixels.
struct Along {
  double share = 0;
  double px = 0;
  double at(double width) const { return share * width + px; }
};

inline Along operator+(Along a, double px) { return {a.share, a.px + px}; }
inline Along operator-(Along a, Along b) { return {a.share - b.share, a.px - b.px}; }

/// What an item looks like. "" is no paint at all. Widths in px.
struct Look {
  std::string fill, stroke;
  double opacity = 1, fill_opacity = 1, stroke_opacity = 1;
  double stroke_width = 1;
  std::vector<double> dash;
  std::string cap, join;
  bool operator==(const Look&) const = default;
};

struct Font {
  std::string family;  ///< "" as the picture has it
  double size = 11;
  std::string weight, style;  ///< "" normal
  bool bold() const { return weight == "bold" || (weight.size() == 3 && weight >= "600"); }
  bool operator==(const Font&) const = default;
};

/// A vertex of a line or an area; areas run from (x2, y2) to (x, y). Undefined ones break it.
struct Vertex {
  Along x, x2;
  double y = 0, y2 = 0;
  bool defined = true;
};

/// A colour at a share of the way along a gradient.
struct GradientStop {
  double share = 0;
  std::string colour;
};

enum class Kind { rect, rule, text, symbol, line, area, shape };

/// A whole stack of bars whose round corners cut its bars: radii from top left clockwise.
struct Stacked {
  Along x, x2;
  double y = 0, y2 = 0;
  std::array<double, 4> corners{};
  Look outline;       ///< drawn over the stack's last bar
  bool last = false;  ///< whether the bar is that one
};

/// One drawn thing; which members count depends on the kind of its mark:
/// rect: from (x, y) to (x2, y2), ordered; rule: between (x, y) and (x2, y2); text, symbol: at
/// (x, y); line, area: vertices; shape: `path` in px of the group.
struct Item {
  Item() {}  // by default it would be filled with zeros before its members begin
  Look look;
  Along x, x2;
  double y = 0, y2 = 0;
  double corner_radius = 0;
  std::vector<double> corners;  ///< four radii from top left clockwise, where they differ
  std::vector<Stacked> stack;   ///< rect: one where it is part of a stack with round corners
  // text
  std::string text;
  std::vector<std::string> more_lines;  ///< further lines of a title
  double line_height = 0;
  Font font;
  std::string align = "left";           ///< left, center, right
  std::string baseline = "alphabetic";  ///< alphabetic, top, middle, bottom, line-top, line-bottom
  double angle = 0;                     ///< degrees, around (x, y)
  double dx = 0, dy = 0;                ///< px, after the rotation
  double limit = 0;                     ///< px; 0: as long as it is
  // symbol
  std::string shape = "circle";
  double size = 0;  ///< px²
  // line, area
  std::vector<Vertex> vertices;
  std::string interpolate;             ///< "" linear
  bool horizontal = false;             ///< area that measures along x; gradient that runs along x
  std::string path;                    ///< shape
  std::vector<GradientStop> gradient;  ///< rect: paints it instead of `look.fill`; else upwards
  // what belongs to it in the data
  const Json* row = nullptr;
  std::string href;
  std::size_t words_from = 0, words_size = 0;  ///< in the words of its mark
  bool hidden = false;  ///< labels that would overlap: opacity 0, out of the bounds
};

/// A set of items of one kind. `role` is Vega's: "mark", "axis-grid", "axis-tick", "axis-label",
/// "axis-domain", "axis-title", "legend-title", "legend-label", "legend-symbol", "legend-gradient",
/// "legend-band", "title-text", "title-subtitle", "frame".
struct Mark {
  Kind kind = Kind::rect;
  std::string role = "mark";
  std::vector<Item> items;
  std::string words;  ///< what a screen reader says, of all items in one text: most have many
  bool clip = false;  ///< to the frame: the width of the group and `clip_height` px
  double clip_height = 0;
  bool silent = false;                      ///< no screen reader tells of it
  const struct LayerPlan* layer = nullptr;  ///< where it was made from; null for guides
};

/// What a screen reader says of an item of the mark; "" for nothing.
inline std::string_view words_of(const Mark& mark, const Item& item) {
  return std::string_view(mark.words).substr(item.words_from, item.words_size);
}

enum class Side { left, right, top, bottom };

/// A frame with marks and further groups in it; `role`: "cell", "axis", "legend", "title",
/// "row-header", "column-header", "row-title", "column-title", "row-footer", "column-footer".
struct Group {
  std::string role;
  Along x;  ///< of its origin, in the group around it
  double y = 0;
  Along width;
  double height = 0;
  Look look;  ///< of its background
  double corner_radius = 0;
  Side side = Side::left;     ///< axes and legends
  std::vector<Group> behind;  ///< drawn before the marks: axes with zindex 0
  std::vector<Mark> marks;
  std::vector<Group> before;  ///< drawn after the marks: axes with zindex 1, legends, cells
};

/// The whole picture. `plot_width` is the width that shares of `root` mean in the fixed form and
/// the width that decided about ticks and labels in the fluid one.
struct Scene {
  double width = 0, height = 0;       ///< of the whole picture, fixed form
  double origin_x = 0, origin_y = 0;  ///< of `root` in it
  double plot_width = 0, plot_height = 0;
  double left = 0, right = 0, top = 0,
         bottom = 0;       ///< what stands out of the plot, padding included
  std::string background;  ///< "" none
  std::string font;
  Group root;  ///< role "frame"
};

}  // namespace yokoten::chart
