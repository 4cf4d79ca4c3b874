#include "chart/scene/curve_cut.h"

#include <algorithm>
#include <array>

namespace yokoten::chart {
namespace {

// 1 - c of the cubic that comes nearest to a quarter of a circle
// (http://spencermortensen.com/articles/bezier-circle/).
constexpr double kArc = 0.448084975506;

struct Point {
  double x, y;
};

using Cubic = std::array<Point, 4>;

Point mixed(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// The part of a cubic between two of its parameters, by de Casteljau's construction.
Cubic between(const Cubic& cubic, double from, double to) {
  const auto blossom = [&](double r, double s, double t) {
    const Point a = mixed(cubic[0], cubic[1], r), b = mixed(cubic[1], cubic[2], r),
                c = mixed(cubic[2], cubic[3], r);
    return mixed(mixed(a, b, s), mixed(b, c, s), t);
  };
  return {blossom(from, from, from), blossom(from, from, to), blossom(from, to, to),
          blossom(to, to, to)};
}

/// Where a cubic that only rises or only falls is at this height.
double parameter_at(const Cubic& cubic, double y) {
  double low = 0, high = 1;
  const bool falls = cubic[3].y > cubic[0].y;
  for (int i = 0; i < 50; ++i) {
    const double middle = (low + high) / 2;
    (between(cubic, middle, middle)[0].y < y) == falls ? low = middle : high = middle;
  }
  return (low + high) / 2;
}

/// Goes along a corner as far as it lies between two heights.
void follow(Pen& pen, const Cubic& corner, double top, double bottom) {
  const auto [first, last] = std::minmax(corner[0].y, corner[3].y);
  if (first == last || last <= top || first >= bottom) return;
  const auto clamped = [&](double y) { return std::clamp(y, top, bottom); };
  const Cubic part = between(corner, parameter_at(corner, clamped(corner[0].y)),
                             parameter_at(corner, clamped(corner[3].y)));
  pen.line_to(part[0].x, part[0].y);
  pen.curve_to(part[1].x, part[1].y, part[2].x, part[2].y, part[3].x, part[3].y);
}

/// Swaps x and y of what is drawn.
class TurnedPen final : public Pen {
 public:
  explicit TurnedPen(Pen& pen) : pen_(pen) {}
  void move_to(double x, double y) override { pen_.move_to(y, x); }
  void line_to(double x, double y) override { pen_.line_to(y, x); }
  void curve_to(double x1, double y1, double x2, double y2, double x, double y) override {
    pen_.curve_to(y1, x1, y2, x2, y, x);
  }
  void close() override { pen_.close(); }
  void circle(double radius) override { pen_.circle(radius); }
  void rect(double x, double y, double width, double height) override {
    pen_.rect(y, x, height, width);
  }

 private:
  Pen& pen_;
};

struct Quarters {
  Cubic top_right, bottom_right, bottom_left, top_left;  ///< clockwise, each as it is walked
};

Quarters quarters_of(const Frame& at, const Corners& r) {
  const auto [x1, y1, x2, y2] = at;
  const double tl = r.top_left, tr = r.top_right, br = r.bottom_right, bl = r.bottom_left;
  return {{{{x2 - tr, y1}, {x2 - kArc * tr, y1}, {x2, y1 + kArc * tr}, {x2, y1 + tr}}},
          {{{x2, y2 - br}, {x2, y2 - kArc * br}, {x2 - kArc * br, y2}, {x2 - br, y2}}},
          {{{x1 + bl, y2}, {x1 + kArc * bl, y2}, {x1, y2 - kArc * bl}, {x1, y2 - bl}}},
          {{{x1, y1 + tl}, {x1, y1 + kArc * tl}, {x1 + kArc * tl, y1}, {x1 + tl, y1}}}};
}

/// A slice between two heights.
void draw_level_slice(Pen& pen, const Frame& whole, const Corners& corners, double top,
                      double bottom) {
  const Quarters at = quarters_of(whole, corners);
  const auto corner_at = [&](const Cubic& cubic, double y) {
    return between(cubic, parameter_at(cubic, y), 1)[0].x;
  };
  const auto in = [](const Cubic& cubic, double y) {
    return y >= std::min(cubic[0].y, cubic[3].y) && y <= std::max(cubic[0].y, cubic[3].y);
  };
  const auto left = [&](double y) {
    if (in(at.top_left, y)) return corner_at(at.top_left, y);
    return in(at.bottom_left, y) ? corner_at(at.bottom_left, y) : whole.x1;
  };
  const auto right = [&](double y) {
    if (in(at.top_right, y)) return corner_at(at.top_right, y);
    return in(at.bottom_right, y) ? corner_at(at.bottom_right, y) : whole.x2;
  };
  pen.move_to(left(top), top);
  pen.line_to(right(top), top);
  follow(pen, at.top_right, top, bottom);
  follow(pen, at.bottom_right, top, bottom);
  pen.line_to(right(bottom), bottom);
  pen.line_to(left(bottom), bottom);
  follow(pen, at.bottom_left, top, bottom);
  follow(pen, at.top_left, top, bottom);
  pen.close();
}

bool touches(double part_from, double part_to, double from, double to, double first, double last) {
  return part_from < from + first || part_to > to - last;
}

}  // namespace

void draw_round(Pen& pen, const Frame& at, const Corners& corners) {
  const Quarters quarters = quarters_of(at, corners);
  const auto line = [&](Point to) { pen.line_to(to.x, to.y); };
  const auto curve = [&](const Cubic& c) {
    pen.curve_to(c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y);
  };
  pen.move_to(quarters.top_left[3].x, quarters.top_left[3].y);
  for (const Cubic* corner :
       {&quarters.top_right, &quarters.bottom_right, &quarters.bottom_left, &quarters.top_left}) {
    line((*corner)[0]);
    curve(*corner);
  }
  pen.close();
}

void draw_slice(Pen& pen, const Frame& whole, const Corners& corners, const Frame& part) {
  const bool level = part.x1 <= whole.x1 && part.x2 >= whole.x2;
  if (level && part.y1 <= whole.y1 && part.y2 >= whole.y2) return draw_round(pen, whole, corners);
  const double first = std::max(corners.top_left, level ? corners.top_right : corners.bottom_left);
  const double last =
      std::max(corners.bottom_right, level ? corners.bottom_left : corners.top_right);
  if (level ? !touches(part.y1, part.y2, whole.y1, whole.y2, first, last)
            : !touches(part.x1, part.x2, whole.x1, whole.x2, first, last))
    return pen.rect(part.x1, part.y1, part.x2 - part.x1, part.y2 - part.y1);
  if (level) return draw_level_slice(pen, whole, corners, part.y1, part.y2);
  TurnedPen turned(pen);
  draw_level_slice(turned, {whole.y1, whole.x1, whole.y2, whole.x2},
                   {corners.top_left, corners.bottom_left, corners.bottom_right, corners.top_right},
                   part.x1, part.x2);
}

}  // namespace yokoten::chart
