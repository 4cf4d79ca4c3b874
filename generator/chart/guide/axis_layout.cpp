#include "chart/guide/axis_layout.h"

#include <algorithm>

namespace yokoten::chart {
namespace {

/// Vega's axes stand half a pixel off, so that lines of one pixel are sharp.
constexpr double kSharp = 0.5;

Mark* title_of(Group& axis) {
  for (Mark& mark : axis.marks)
    if (mark.role == "axis-title" && !mark.items.empty()) return &mark;
  return nullptr;
}

Bounds of_ticks_and_labels(const Group& axis, double width) {
  Bounds bounds;
  for (const Mark& mark : axis.marks)
    if (mark.role == "axis-tick" || mark.role == "axis-label") bounds.add(bounds_of(mark, width));
  return bounds;
}

/// How far ticks and labels stand out of the plot's edge.
double reach(const Bounds& bounds, Side side) {
  switch (side) {
    case Side::top:
      return -bounds.y1;
    case Side::left:
      return -bounds.x1;
    case Side::right:
      return bounds.x2;
    case Side::bottom:
      break;
  }
  return bounds.y2;
}

void add_range(Bounds& bounds, Side side, double extent, double length) {
  switch (side) {
    case Side::top:
      bounds.add(0, -extent);
      bounds.add(length, 0);
      break;
    case Side::left:
      bounds.add(-extent, 0);
      bounds.add(0, length);
      break;
    case Side::right:
      bounds.add(0, 0);
      bounds.add(extent, length);
      break;
    case Side::bottom:
      bounds.add(0, 0);
      bounds.add(length, extent);
      break;
  }
}

/// Moves the title to `beyond` px from the plot's edge; returns what it covers there.
Bounds placed(Item& title, Side side, double beyond, bool automatic, double width) {
  const Bounds bounds = text_bounds(title, width);
  if (!automatic) return bounds;
  const bool across = side == Side::left || side == Side::right;
  const double to = side == Side::left || side == Side::top ? -beyond : beyond;
  const double by = to - (across ? title.x.at(width) : title.y);
  if (across)
    title.x = {0, to};
  else
    title.y = to;
  return across ? bounds.moved(by, 0) : bounds.moved(0, by);
}

struct Place {
  double x = 0, y = 0;
};

Place place_of(Side side, double offset, double width, double height) {
  switch (side) {
    case Side::top:
      return {0, -offset};
    case Side::left:
      return {-offset, 0};
    case Side::right:
      return {width + offset, 0};
    case Side::bottom:
      break;
  }
  return {0, height + offset};
}

}  // namespace

Bounds lay_out_axis(Group& axis, const AxisPlacement& placement, double width, double height) {
  Bounds bounds = of_ticks_and_labels(axis, width);
  const double extent =
      std::max(placement.min_extent, std::min(placement.max_extent, reach(bounds, axis.side)));
  add_range(bounds, axis.side, extent, placement.length);
  if (Mark* title = title_of(axis))
    bounds.add(placed(title->items.front(), axis.side, extent + placement.title_padding,
                      placement.title_auto, width));
  const Place place = place_of(axis.side, placement.offset, width, height);
  const bool after = axis.side == Side::right && width > 0;
  axis.x = after ? Along{1, placement.offset + kSharp} : Along{0, place.x + kSharp};
  axis.y = place.y + kSharp;
  return bounds.moved(place.x, place.y);
}

}  // namespace yokoten::chart
