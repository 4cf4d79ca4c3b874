#pragma once

#include <limits>
#include <string>

#include "chart/geo/stream.h"

namespace yokoten::chart::geo {

/// Writes what is sent as SVG path data with at most 3 decimals; a point becomes a circle.
class PathText final : public Sink {
 public:
  explicit PathText(double point_radius) : radius_(point_radius) {}
  void point(Point at) override;
  void line_start() override { place_ = Place::first; }
  void line_end() override;
  void polygon_start() override { in_polygon_ = true; }
  void polygon_end() override { in_polygon_ = false; }

  /// "" where a coordinate is no finite number: such a path would not be drawn.
  std::string taken() { return finite_ ? std::move(text_) : std::string(); }

 private:
  void write(double value);
  void circle();

  enum class Place { outside, first, later } place_ = Place::outside;
  bool in_polygon_ = false, finite_ = true;
  double radius_;
  std::string text_;
};

/// Writes lines and areas as steps in tenths of a px. Points that fall together are one; rounding
/// does not add up.
class CompactPath final : public Sink {
 public:
  void point(Point at) override;
  void line_start() override { first_ = true; }
  void line_end() override;
  void polygon_start() override { in_polygon_ = true; }
  void polygon_end() override { in_polygon_ = false; }

  std::string taken() { return finite_ ? std::move(text_) : std::string(); }

 private:
  void write(long tenths, bool apart);

  bool first_ = true, stepping_ = false, in_polygon_ = false, finite_ = true;
  long x_ = 0, y_ = 0;  ///< where the pen is, in tenths
  std::string text_;
};

/// The box around all that is sent, in px; empty while `left > right`.
class Box final : public Sink {
 public:
  void point(Point at) override;
  void line_start() override {}
  void line_end() override {}
  void polygon_start() override {}
  void polygon_end() override {}

  double left = std::numeric_limits<double>::infinity(), top = left;
  double right = -left, bottom = -left;
};

}  // namespace yokoten::chart::geo
