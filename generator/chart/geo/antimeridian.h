#pragma once

#include "chart/geo/pieces.h"

namespace yokoten::chart::geo {

/// Cuts lines where they cross the antimeridian or a pole. Radians.
class LineCutter {
 public:
  explicit LineCutter(Sink& sink) : sink_(sink) {}
  void line_start();
  void point(Point at);
  void line_end();
  bool cut() const { return cut_; }  ///< whether the last line was cut

 private:
  void over_pole(Point at, double side);
  double across(Point at, double side);  ///< the longitude to go on with

  Sink& sink_;
  Point last_;
  double last_side_ = 0;  ///< pi or -pi, 0 before the first point
  bool cut_ = false;
};

/// The antimeridian from the north pole down its eastern side and up the western one.
class Antimeridian final : public ClipEdge {
 public:
  double order(Point a, Point b) const override;
  void follow(Point from, Point to, int direction, Sink& sink) const override;
  void follow_all(Sink& sink) const override;
};

/// Cuts lines and areas at the antimeridian, so that nothing is drawn across the whole map.
class AntimeridianClip final : public Sink {
 public:
  explicit AntimeridianClip(Sink& sink) : sink_(sink), line_(sink), ring_line_(pieces_) {}
  void point(Point at) override;
  void line_start() override;
  void line_end() override;
  void polygon_start() override;
  void polygon_end() override;
  void sphere() override;

 private:
  void begin_polygon();
  void end_ring();

  enum class State { outside, line, polygon, ring } state_ = State::outside;
  Sink& sink_;
  LineCutter line_;
  Pieces pieces_;
  LineCutter ring_line_;
  Line ring_;                   ///< the ring as it came
  std::vector<Line> polygon_;   ///< the rings as they came
  std::vector<Line> segments_;  ///< what cutting left of them
  bool begun_ = false;          ///< the sink knows of the polygon
};

/// Whether an area with these rings holds the South Pole.
bool holds_south_pole(const std::vector<Line>& rings);

}  // namespace yokoten::chart::geo
