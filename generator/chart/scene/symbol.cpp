#include "chart/scene/symbol.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace yokoten::chart {
namespace {

constexpr double kHalfRoot3 = std::numbers::sqrt3 / 2;
constexpr double kTan30 = 0.5773502691896257;

struct Corner {
  double x, y;
};

void outline(Pen& pen, std::span<const Corner> corners) {
  pen.move_to(corners[0].x, corners[0].y);
  for (const Corner& corner : corners.subspan(1)) pen.line_to(corner.x, corner.y);
  pen.close();
}

void outline(Pen& pen, std::initializer_list<Corner> corners) {
  outline(pen, std::span<const Corner>(corners.begin(), corners.size()));
}

void cross(Pen& pen, double r) {
  const double s = r / 2.5;
  outline(pen, {{-r, -s},
                {-r, s},
                {-s, s},
                {-s, r},
                {s, r},
                {s, s},
                {r, s},
                {r, -s},
                {s, -s},
                {s, -r},
                {-s, -r},
                {-s, -s}});
}

void diamond(Pen& pen, double r) { outline(pen, {{-r, 0}, {0, -r}, {r, 0}, {0, r}}); }

void arrow(Pen& pen, double r) {
  const double s = r / 7, t = r / 2.5, v = r / 8;
  outline(pen, {{-s, r}, {s, r}, {s, -v}, {t, -v}, {0, -r}, {-t, -v}, {-s, -v}});
}

/// A triangle whose centroid, not its middle, stands on the place; `half` its half width below.
void centred_triangle(Pen& pen, double r, double half) {
  const double h = kHalfRoot3 * r, o = h - r * kTan30;
  outline(pen, {{0, -h - o}, {-half, h - o}, {half, h - o}});
}

void triangle(Pen& pen, double r) { centred_triangle(pen, r, r); }
void wedge(Pen& pen, double r) { centred_triangle(pen, r, r / 4); }

void triangle_up(Pen& pen, double r) {
  const double h = kHalfRoot3 * r;
  outline(pen, {{0, -h}, {-r, h}, {r, h}});
}

void triangle_down(Pen& pen, double r) {
  const double h = kHalfRoot3 * r;
  outline(pen, {{0, h}, {-r, -h}, {r, -h}});
}

void triangle_right(Pen& pen, double r) {
  const double h = kHalfRoot3 * r;
  outline(pen, {{h, 0}, {-h, -r}, {-h, r}});
}

void triangle_left(Pen& pen, double r) {
  const double h = kHalfRoot3 * r;
  outline(pen, {{-h, 0}, {h, -r}, {h, r}});
}

void circle(Pen& pen, double r) { pen.circle(r); }
void square(Pen& pen, double r) { pen.rect(-r, -r, 2 * r, 2 * r); }

void stroke(Pen& pen, double r) {
  pen.move_to(-r, 0);
  pen.line_to(r, 0);
}

struct Shape {
  std::string_view name;
  void (*draw)(Pen&, double radius);
};

constexpr std::array<Shape, 12> kShapes = {{{"circle", circle},
                                            {"square", square},
                                            {"cross", cross},
                                            {"diamond", diamond},
                                            {"triangle-up", triangle_up},
                                            {"triangle-down", triangle_down},
                                            {"triangle-right", triangle_right},
                                            {"triangle-left", triangle_left},
                                            {"triangle", triangle},
                                            {"arrow", arrow},
                                            {"wedge", wedge},
                                            {"stroke", stroke}}};

}  // namespace

void draw_symbol(Pen& pen, std::string_view shape, double size) {
  const double radius = size > 0 ? std::sqrt(size) / 2 : 0;
  for (const Shape& each : kShapes)
    if (each.name == shape) return each.draw(pen, radius);
  circle(pen, radius);
}

bool is_symbol(std::string_view shape) {
  for (const Shape& each : kShapes)
    if (each.name == shape) return true;
  return false;
}

}  // namespace yokoten::chart
