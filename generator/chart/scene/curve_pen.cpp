#include "chart/scene/curve_pen.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "chart/scale/digits.h"

namespace yokoten::chart {
namespace {

constexpr double kThousandths = 1000;
constexpr double kLargestExact = 1e12;  // beyond it thousandths mean nothing to a picture
constexpr std::size_t kCoordinateRoom = 32;

char* put_coordinate(char* at, double value) {
  if (!std::isfinite(value)) value = 0;
  if (!(std::abs(value) < kLargestExact)) return std::to_chars(at, at + kCoordinateRoom, value).ptr;
  const double thousandths = std::floor(value * kThousandths + 0.5);
  return put_decimal(at, static_cast<std::int64_t>(thousandths), 3);
}

}  // namespace

void append_coordinate(std::string& out, double value) {
  std::array<char, kCoordinateRoom> digits;
  out += std::string_view(digits.data(), put_coordinate(digits.data(), value));
}

void PathPen::pair(char lead, double x, double y) {
  std::array<char, 2 * kCoordinateRoom + 2> room;
  char* at = room.data();
  *at++ = lead;
  at = put_coordinate(at, x);
  *at++ = ',';
  path_ += std::string_view(room.data(), put_coordinate(at, y));
}

void PathPen::move_to(double x, double y) { pair('M', x, y); }

void PathPen::line_to(double x, double y) { pair('L', x, y); }

void PathPen::curve_to(double x1, double y1, double x2, double y2, double x, double y) {
  pair('C', x1, y1);
  pair(',', x2, y2);
  pair(',', x, y);
}

void PathPen::close() { path_ += 'Z'; }

void PathPen::circle(double radius) {
  move_to(radius, 0);
  if (radius == 0) return;
  for (const double x : {-radius, radius}) {
    pair('A', radius, radius);
    path_ += ",0,1,1";
    pair(',', x, 0);
  }
}

void PathPen::rect(double x, double y, double width, double height) {
  move_to(x, y);
  path_ += 'h';
  append_coordinate(path_, width);
  path_ += 'v';
  append_coordinate(path_, height);
  path_ += 'h';
  append_coordinate(path_, -width);
  close();
}

BoundsPen::BoundsPen(Bounds& bounds, double angle) : bounds_(bounds) {
  if (angle == 0) return;
  cos_ = std::cos(angle * std::numbers::pi / 180);
  sin_ = std::sin(angle * std::numbers::pi / 180);
}

void BoundsPen::move_to(double x, double y) { line_to(x, y); }

void BoundsPen::line_to(double x, double y) {
  last_x_ = cos_ * x - sin_ * y;
  last_y_ = sin_ * x + cos_ * y;
  bounds_.add(last_x_, last_y_);
}

void BoundsPen::circle(double radius) {
  line_to(radius, 0);
  bounds_.add(-radius, -radius);
  bounds_.add(radius, radius);
}

void BoundsPen::rect(double x, double y, double width, double height) {
  line_to(x + width, y);
  line_to(x + width, y + height);
  line_to(x, y + height);
  line_to(x, y);
}

namespace {

double cubic(double t, double from, double first, double second, double to) {
  const double s = 1 - t;
  return s * s * s * from + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * to;
}

/// Shares of the way at which a cubic turns back, in one direction; 0 for none.
std::array<double, 2> turns(double from, double first, double second, double to) {
  const double a = to - from + 3 * first - 3 * second, b = from + second - 2 * first,
               c = from - first;
  if (std::abs(a) <= 1e-14) return {0.5 * c / b, 0};
  const double root = b * b + c * a;
  if (root < 0) return {0, 0};
  return {(-b + std::sqrt(root)) / a, (-b - std::sqrt(root)) / a};
}

}  // namespace

void BoundsPen::curve_to(double x1, double y1, double x2, double y2, double x, double y) {
  const double ax = cos_ * x1 - sin_ * y1, ay = sin_ * x1 + cos_ * y1;
  const double bx = cos_ * x2 - sin_ * y2, by = sin_ * x2 + cos_ * y2;
  const double ex = cos_ * x - sin_ * y, ey = sin_ * x + cos_ * y;
  for (const double t : turns(last_x_, ax, bx, ex))
    if (t > 0 && t < 1) bounds_.add(cubic(t, last_x_, ax, bx, ex), bounds_.y1);
  for (const double t : turns(last_y_, ay, by, ey))
    if (t > 0 && t < 1) bounds_.add(bounds_.x1, cubic(t, last_y_, ay, by, ey));
  line_to(x, y);
}

}  // namespace yokoten::chart
