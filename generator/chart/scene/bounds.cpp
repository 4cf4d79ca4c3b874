#include "chart/scene/bounds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/scene/curve.h"
#include "chart/scene/curve_pen.h"
#include "chart/scene/symbol.h"
#include "chart/scene/symbol_outline.h"

namespace yokoten::chart {
namespace {

constexpr double kMiterLimit = 4;  // of SVG and canvas

/// Strokes stand half their width out of the shape; sharp corners of paths further.
void add_stroke(Bounds& bounds, const Look& look, bool path) {
  if (look.stroke.empty() || look.opacity == 0 || look.stroke_opacity == 0 || bounds.empty())
    return;
  double more = (look.cap == "square" ? std::numbers::sqrt2 : 1) * look.stroke_width / 2;
  if (path && (look.join.empty() || look.join == "miter"))
    more = std::max(more, kMiterLimit * look.stroke_width / 2);
  bounds = {bounds.x1 - more, bounds.y1 - more, bounds.x2 + more, bounds.y2 + more};
}

double rounded(double value) { return std::floor(value + 0.5); }

double line_height(const Item& item) {
  return item.line_height > 0 ? item.line_height : item.font.size + 2;
}

double widest_line(const Item& item) {
  const auto width = [&](const std::string& line) {
    const double px = text_width(item.font, line);
    return item.limit > 0 ? std::min(px, item.limit) : px;
  };
  double widest = width(item.text);
  for (const std::string& line : item.more_lines) widest = std::max(widest, width(line));
  return widest;
}

Bounds turned(const Bounds& box, double degrees, double x, double y) {
  const double radians = degrees * std::numbers::pi / 180;
  const double c = std::cos(radians), s = std::sin(radians);
  const double cx = x - x * c + y * s, cy = y - x * s - y * c;
  Bounds result;
  for (const double px : {box.x1, box.x2})
    for (const double py : {box.y1, box.y2}) result.add(c * px - s * py + cx, s * px + c * py + cy);
  return result;
}

Bounds box(double x1, double y1, double x2, double y2) {
  return {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
}

Bounds symbol_bounds(const Item& item, double width) {
  Bounds bounds;
  BoundsPen pen(bounds, item.angle);
  draw_symbol(pen, item.shape, item.size);
  add_stroke(bounds, item.look, true);
  return bounds.moved(item.x.at(width), item.y);
}

Bounds path_bounds(const Item& item, Kind kind, double width) {
  Bounds bounds;
  BoundsPen pen(bounds);
  if (kind == Kind::line) draw_line(pen, item.vertices, item.interpolate, width);
  if (kind == Kind::area) draw_area(pen, item.vertices, item.interpolate, item.horizontal, width);
  if (kind == Kind::shape) draw_outline(pen, item.path);
  add_stroke(bounds, item.look, true);
  return bounds;
}

}  // namespace

void Bounds::add(double x, double y) {
  x1 = std::min(x1, x);
  y1 = std::min(y1, y);
  x2 = std::max(x2, x);
  y2 = std::max(y2, y);
}

void Bounds::add(const Bounds& other) {
  if (other.empty()) return;
  add(other.x1, other.y1);
  add(other.x2, other.y2);
}

Bounds Bounds::moved(double dx, double dy) const {
  return empty() ? *this : Bounds{x1 + dx, y1 + dy, x2 + dx, y2 + dy};
}

double baseline_offset(const Item& item) {
  const double size = item.font.size;
  const std::string_view baseline = item.baseline;
  if (baseline == "top") return rounded(0.79 * size);
  if (baseline == "middle") return rounded(0.30 * size);
  if (baseline == "bottom") return rounded(-0.21 * size);
  if (baseline == "line-top") return rounded(0.29 * size + 0.5 * line_height(item));
  if (baseline == "line-bottom") return rounded(0.29 * size - 0.5 * line_height(item));
  return 0;
}

Bounds text_bounds(const Item& item, double width) {
  const double across = widest_line(item);
  const double height =
      item.font.size + line_height(item) * static_cast<double>(item.more_lines.size());
  const double x = item.x.at(width), y = item.y;
  const std::string_view align = item.align;
  const double left = align == "center" ? across / 2 : align == "right" ? across : 0;
  const double x1 = x + item.dx - left;
  const double y1 = y + item.dy + baseline_offset(item) - rounded(0.8 * item.font.size);
  const Bounds flat = box(x1, y1, x1 + across, y1 + height);
  return item.angle == 0 ? flat : turned(flat, item.angle, x, y);
}

Bounds bounds_of(const Item& item, Kind kind, double width) {
  if (item.hidden) return {};
  if (kind == Kind::text) return text_bounds(item, width);
  if (kind == Kind::symbol) return symbol_bounds(item, width);
  if (kind != Kind::rect && kind != Kind::rule) return path_bounds(item, kind, width);
  Bounds bounds = box(item.x.at(width), item.y, item.x2.at(width), item.y2);
  add_stroke(bounds, item.look, false);
  return bounds;
}

Bounds bounds_of(const Mark& mark, double width) {
  Bounds bounds;
  for (const Item& item : mark.items) bounds.add(bounds_of(item, mark.kind, width));
  if (!mark.clip || bounds.empty()) return bounds;
  return {std::max(bounds.x1, 0.0), std::max(bounds.y1, 0.0), std::min(bounds.x2, width),
          std::min(bounds.y2, mark.clip_height)};
}

}  // namespace yokoten::chart
