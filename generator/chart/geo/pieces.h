#pragma once

#include <vector>

#include "chart/geo/stream.h"

namespace yokoten::chart::geo {

using Line = std::vector<Point>;

/// Keeps the lines that are sent to it.
class Pieces final : public Sink {
 public:
  void point(Point at) override { lines_.back().push_back(at); }
  void line_start() override { lines_.emplace_back(); }
  void line_end() override {}
  void polygon_start() override {}
  void polygon_end() override {}

  /// Joins the last line to the first where there are two or more: a ring that was cut.
  void rejoin();
  /// What was kept; empty afterwards.
  std::vector<Line> taken();

 private:
  std::vector<Line> lines_;
};

/// The edge along which polygons are clipped, once around.
class ClipEdge {
 public:
  virtual ~ClipEdge() = default;
  /// Negative, zero or positive as `a` comes before, with or after `b` along the edge.
  virtual double order(Point a, Point b) const = 0;
  /// Sends the way along the edge from `from` to `to`; direction 1 or -1.
  virtual void follow(Point from, Point to, int direction, Sink& sink) const = 0;
  /// Sends the whole edge.
  virtual void follow_all(Sink& sink) const = 0;
};

/// Makes rings of the pieces that clipping left of a polygon, closing them along the edge.
/// `start_inside`: whether the beginning of the edge lies in the polygon.
void close_along_edge(const std::vector<Line>& segments, const ClipEdge& edge, bool start_inside,
                      Sink& sink);

}  // namespace yokoten::chart::geo
