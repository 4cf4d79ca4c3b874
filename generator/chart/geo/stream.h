#pragma once

#include "chart/json.h"

namespace yokoten::chart::geo {

/// Longitude and latitude, in degrees or radians as its place says, or px across and down.
struct Point {
  double x = 0, y = 0;
};

/// Takes a geometry piece by piece. Points between line_start and line_end are vertices; between
/// polygon_start and polygon_end every line is a ring without its closing point.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void point(Point at) = 0;
  virtual void line_start() = 0;
  virtual void line_end() = 0;
  virtual void polygon_start() = 0;
  virtual void polygon_end() = 0;
  virtual void sphere() {}  ///< the outline of the world
};

/// Sends a GeoJSON feature, collection or geometry, in degrees. What is no geometry, or a point
/// without two numbers, is passed by.
void send(const Json& object, Sink& sink);

}  // namespace yokoten::chart::geo
