#include "chart/scene/curve.h"

#include <cmath>
#include <limits>

#include "chart/scene/curve_shapes.h"

namespace yokoten::chart {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double sign(double value) { return value < 0 ? -1 : 1; }

}  // namespace

void LinearCurve::point(double x, double y) {
  if (started_++ == 0) return start(x, y);
  pen().line_to(x, y);
}

void StepCurve::line_start() {
  x_ = y_ = kNone;
  started_ = 0;
}

void StepCurve::point(double x, double y) {
  if (started_ == 0) {
    started_ = 1;
    start(x, y);
  } else {
    started_ = 2;
    const double bend = at_ <= 0 ? x_ : x_ * (1 - at_) + x * at_;
    pen().line_to(bend, at_ <= 0 ? y : y_);
    pen().line_to(at_ <= 0 ? x : bend, y);
  }
  x_ = x;
  y_ = y;
}

void StepCurve::line_end() {
  if (at_ > 0 && at_ < 1 && started_ == 2) pen().line_to(x_, y_);
  finish(started_ == 1);
  if (in_area()) at_ = 1 - at_;
}

void MonotoneCurve::line_start() {
  x0_ = x1_ = y0_ = y1_ = slope_ = kNone;
  started_ = 0;
}

double MonotoneCurve::middle_slope(double x2, double y2) const {
  const double h0 = x1_ - x0_, h1 = x2 - x1_;
  const double s0 = (y1_ - y0_) / (h0 != 0 ? h0 : h1 < 0 ? -0.0 : 0.0);
  const double s1 = (y2 - y1_) / (h1 != 0 ? h1 : h0 < 0 ? -0.0 : 0.0);
  const double p = std::abs((s0 * h1 + s1 * h0) / (h0 + h1)) * 0.5;
  if (std::isnan(s0) || std::isnan(s1) || std::isnan(p)) return 0;
  const double slope = (sign(s0) + sign(s1)) * std::fmin(std::fmin(std::abs(s0), std::abs(s1)), p);
  return std::isnan(slope) ? 0 : slope;
}

double MonotoneCurve::end_slope(double other) const {
  const double h = x1_ - x0_;
  return h != 0 ? (3 * (y1_ - y0_) / h - other) / 2 : other;
}

void MonotoneCurve::bend(double from_slope, double to_slope) {
  const double dx = (x1_ - x0_) / 3;
  const double ax = x0_ + dx, ay = y0_ + dx * from_slope, bx = x1_ - dx, by = y1_ - dx * to_slope;
  if (turned_) {
    pen().curve_to(ay, ax, by, bx, y1_, x1_);
  } else {
    pen().curve_to(ax, ay, bx, by, x1_, y1_);
  }
}

void MonotoneCurve::point(double x, double y) {
  if (turned_) std::swap(x, y);
  if (x == x1_ && y == y1_) return;
  double slope = kNone;
  if (started_ == 0) {
    turned_ ? start(y, x) : start(x, y);
  } else if (started_ == 2) {
    slope = middle_slope(x, y);
    bend(end_slope(slope), slope);
  } else if (started_ == 3) {
    slope = middle_slope(x, y);
    bend(slope_, slope);
  }
  if (started_ < 3) ++started_;
  x0_ = x1_;
  x1_ = x;
  y0_ = y1_;
  y1_ = y;
  slope_ = slope;
}

void MonotoneCurve::line_end() {
  if (started_ == 2) turned_ ? pen().line_to(y1_, x1_) : pen().line_to(x1_, y1_);
  if (started_ == 3) bend(slope_, end_slope(slope_));
  finish(started_ == 1);
}

namespace {

template <class Draw>
void with_curve(Pen& pen, std::string_view interpolate, bool horizontal, Draw draw) {
  if (interpolate == "step") return draw(StepCurve(pen, 0.5));
  if (interpolate == "step-before") return draw(StepCurve(pen, 0));
  if (interpolate == "step-after") return draw(StepCurve(pen, 1));
  if (interpolate == "monotone") return draw(MonotoneCurve(pen, horizontal));
  draw(LinearCurve(pen));
}

}  // namespace

void draw_line(Pen& pen, const std::vector<Vertex>& vertices, std::string_view interpolate,
               double width) {
  with_curve(pen, interpolate, false, [&](auto curve) {
    bool drawing = false;
    for (const Vertex& vertex : vertices) {
      if (vertex.defined != drawing) {
        drawing = vertex.defined;
        drawing ? curve.line_start() : curve.line_end();
      }
      if (drawing) curve.point(vertex.x.at(width), vertex.y);
    }
    if (drawing) curve.line_end();
  });
}

void draw_area(Pen& pen, const std::vector<Vertex>& vertices, std::string_view interpolate,
               bool horizontal, double width) {
  with_curve(pen, interpolate, horizontal, [&](auto curve) {
    for (std::size_t first = 0; first < vertices.size(); ++first) {
      if (!vertices[first].defined) continue;
      curve.area_start();
      curve.line_start();
      std::size_t end = first;
      for (; end < vertices.size() && vertices[end].defined; ++end)
        curve.point(vertices[end].x.at(width), vertices[end].y);
      curve.line_end();
      curve.line_start();
      for (std::size_t back = end; back-- > first;)
        curve.point(vertices[back].x2.at(width), vertices[back].y2);
      curve.line_end();
      curve.area_end();
      first = end;
    }
  });
}

}  // namespace yokoten::chart
