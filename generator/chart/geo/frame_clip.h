#pragma once

#include "chart/geo/pieces.h"

namespace yokoten::chart::geo {

/// A frame in px, from (x1, y1) to (x2, y2), as an edge: up its left side, then clockwise.
struct FrameEdge final : ClipEdge {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double order(Point a, Point b) const override;
  void follow(Point from, Point to, int direction, Sink& sink) const override;
  void follow_all(Sink& sink) const override;
  bool holds(Point at) const { return x1 <= at.x && at.x <= x2 && y1 <= at.y && at.y <= y2; }

 private:
  int corner(Point at, int direction) const;
  Point corner_place(int corner) const;
};

/// Clips to a frame: what mercator has beyond one turn round the world.
class FrameClip final : public Sink {
 public:
  FrameClip(const FrameEdge& frame, Sink& sink) : frame_(frame), sink_(sink) {}
  void point(Point at) override;
  void line_start() override;
  void line_end() override;
  void polygon_start() override;
  void polygon_end() override;

 private:
  Sink& target();
  void line_point(Point at);
  void crossing(Point at, bool inside);
  bool inside_polygon() const;

  FrameEdge frame_;
  Sink& sink_;
  Pieces pieces_;
  bool in_polygon_ = false, in_line_ = false;
  bool clean_ = true;  ///< no ring of the polygon met the frame
  std::vector<Line> polygon_, segments_;
  bool first_ = true, first_inside_ = false, last_inside_ = false;
  Point first_point_, last_;
};

}  // namespace yokoten::chart::geo
