#pragma once

#include "chart/geo/raw.h"

namespace yokoten::chart::geo {

/// From radians to px.
struct ToPixels {
  RawProjection raw;
  double scale = 150;
  Point shift;  ///< px
  Point operator()(Point radians) const {
    const Point at = raw(radians);
    return {shift.x + scale * at.x, shift.y - scale * at.y};
  }
};

/// Projects, and adds points to edges that bend by more than sqrt(0.5) px: great circles are no
/// straight lines on a map.
class Resample final : public Sink {
 public:
  Resample(const ToPixels& to_pixels, Sink& sink) : to_pixels_(to_pixels), sink_(sink) {}
  void point(Point at) override;
  void line_start() override;
  void line_end() override;
  void polygon_start() override;
  void polygon_end() override;

 private:
  // A vertex on the map, its longitude and its place on the unit sphere.
  struct Vertex {
    Point px;
    double lambda = 0;
    double a = 0, b = 0, c = 0;
  };
  Vertex vertex(Point radians) const;
  void bend(const Vertex& from, const Vertex& to, int depth);

  ToPixels to_pixels_;
  Sink& sink_;
  Vertex first_, last_;
  bool in_line_ = false, in_polygon_ = false, empty_ = true;
  int added_ = 0;
};

}  // namespace yokoten::chart::geo
