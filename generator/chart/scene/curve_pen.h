#pragma once

#include <string>

#include "chart/scene/bounds.h"

namespace yokoten::chart {

/// Takes an outline in px. Vega draws every symbol, line and area through such an interface, once
/// to write its path and once to find its bounds.
class Pen {
 public:
  virtual ~Pen() = default;
  virtual void move_to(double x, double y) = 0;
  virtual void line_to(double x, double y) = 0;
  virtual void curve_to(double x1, double y1, double x2, double y2, double x, double y) = 0;
  virtual void close() = 0;
  virtual void circle(double radius) = 0;  ///< around (0, 0)
  virtual void rect(double x, double y, double width, double height) = 0;
};

/// Writes path data, coordinates with at most three decimals.
class PathPen final : public Pen {
 public:
  explicit PathPen(std::string& path) : path_(path) {}
  void move_to(double x, double y) override;
  void line_to(double x, double y) override;
  void curve_to(double x1, double y1, double x2, double y2, double x, double y) override;
  void close() override;
  void circle(double radius) override;
  void rect(double x, double y, double width, double height) override;

 private:
  void pair(char lead, double x, double y);
  std::string& path_;
};

/// Finds what an outline covers, optionally turned by `angle` degrees around (0, 0).
class BoundsPen final : public Pen {
 public:
  explicit BoundsPen(Bounds& bounds, double angle = 0);
  void move_to(double x, double y) override;
  void line_to(double x, double y) override;
  void curve_to(double x1, double y1, double x2, double y2, double x, double y) override;
  void close() override {}
  void circle(double radius) override;
  void rect(double x, double y, double width, double height) override;

 private:
  Bounds& bounds_;
  double cos_ = 1, sin_ = 0;
  double last_x_ = 0, last_y_ = 0;
};

/// Appends a coordinate with at most three decimals, as d3-path rounds it.
void append_coordinate(std::string& out, double value);

}  // namespace yokoten::chart
