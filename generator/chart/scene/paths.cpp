#include "chart/scene/paths.h"

#include <algorithm>

#include "chart/scene/curve.h"
#include "chart/scene/curve_cut.h"
#include "chart/scene/curve_pen.h"
#include "chart/scene/symbol.h"

namespace yokoten::chart {
namespace {

/// Round corners are at most half as large as the shorter side.
Corners fitted(Corners corners, const Frame& at) {
  const double most = std::max(0.0, std::min(at.x2 - at.x1, at.y2 - at.y1) / 2);
  for (double* radius :
       {&corners.top_left, &corners.top_right, &corners.bottom_right, &corners.bottom_left})
    *radius = std::clamp(*radius, 0.0, most);
  return corners;
}

void draw_rect(Pen& pen, const Frame& at, const Corners& corners) {
  const Corners round = fitted(corners, at);
  if (round == Corners{}) {
    pen.rect(at.x1, at.y1, at.x2 - at.x1, at.y2 - at.y1);
  } else {
    draw_round(pen, at, round);
  }
}

void draw_slice(Pen& pen, const Item& item, double width) {
  const Stacked& stack = item.stack.front();
  const Frame whole = {stack.x.at(width), stack.y, stack.x2.at(width), stack.y2};
  const auto& r = stack.corners;
  draw_slice(pen, whole, fitted({r[0], r[1], r[2], r[3]}, whole),
             {item.x.at(width), item.y, item.x2.at(width), item.y2});
}

void draw_rect(Pen& pen, const Item& item, double width) {
  if (!item.stack.empty()) return draw_slice(pen, item, width);
  draw_rect(pen, {item.x.at(width), item.y, item.x2.at(width), item.y2}, corners_of(item));
}

}  // namespace

Corners corners_of(const Item& item) {
  const double r = item.corner_radius;
  if (item.corners.size() != 4) return {r, r, r, r};
  return {item.corners[0], item.corners[1], item.corners[2], item.corners[3]};
}

std::string rect_path(const Item& item, double width) {
  std::string path;
  append_path(path, item, Kind::rect, width);
  return path;
}

std::string rectangle_path(double x, double y, double width, double height, double corner_radius) {
  const double r = corner_radius;
  std::string path;
  PathPen pen(path);
  draw_rect(pen, {x, y, x + width, y + height}, {r, r, r, r});
  return path;
}

void append_path(std::string& out, const Item& item, Kind kind, double width) {
  PathPen pen(out);
  switch (kind) {
    case Kind::rect:
      return draw_rect(pen, item, width);
    case Kind::symbol:
      return draw_symbol(pen, item.shape, item.size);
    case Kind::line:
      return draw_line(pen, item.vertices, item.interpolate, width);
    case Kind::area:
      return draw_area(pen, item.vertices, item.interpolate, item.horizontal, width);
    case Kind::shape:
      out += item.path;
      return;
    case Kind::rule:
    case Kind::text:
      break;
  }
}

}  // namespace yokoten::chart
