#pragma once

#include "chart/scene/curve_pen.h"

// d3-shape's curves. A curve is told where its line starts and ends and is given its points; for
// an area it is given the upper edge first and then the lower one backwards.

namespace yokoten::chart {

class Curve {
 public:
  explicit Curve(Pen& pen) : pen_(&pen) {}
  void area_start() { edge_ = Edge::upper; }
  void area_end() { edge_ = Edge::line; }

 protected:
  enum class Edge { line, upper, lower };
  Pen& pen() const { return *pen_; }
  bool in_area() const { return edge_ != Edge::line; }

  void start(double x, double y) {
    edge_ == Edge::lower ? pen_->line_to(x, y) : pen_->move_to(x, y);
  }

  /// A lone point of a line is closed, so that round caps make it visible.
  void finish(bool lone_point) {
    if (edge_ == Edge::lower || (edge_ == Edge::line && lone_point)) pen_->close();
    if (edge_ != Edge::line) edge_ = edge_ == Edge::upper ? Edge::lower : Edge::upper;
  }

 private:
  Pen* pen_;
  Edge edge_ = Edge::line;
};

class LinearCurve : public Curve {
 public:
  using Curve::Curve;
  void line_start() { started_ = 0; }
  void point(double x, double y);
  void line_end() { finish(started_ == 1); }

 private:
  std::size_t started_ = 0;
};

/// Steps `at` this share of the way from one point to the next: 0 before, 0.5 halfway, 1 after.
class StepCurve : public Curve {
 public:
  StepCurve(Pen& pen, double at) : Curve(pen), at_(at) {}
  void line_start();
  void point(double x, double y);
  void line_end();

 private:
  double at_, x_ = 0, y_ = 0;
  int started_ = 0;
};

/// Steffen's cubic that never turns between points; `turned`: monotone in y instead of x.
class MonotoneCurve : public Curve {
 public:
  MonotoneCurve(Pen& pen, bool turned) : Curve(pen), turned_(turned) {}
  void line_start();
  void point(double x, double y);
  void line_end();

 private:
  double middle_slope(double x2, double y2) const;
  double end_slope(double other) const;
  void bend(double from_slope, double to_slope);

  bool turned_;
  int started_ = 0;
  double x0_ = 0, y0_ = 0, x1_ = 0, y1_ = 0, slope_ = 0;
};

}  // namespace yokoten::chart
