#pragma once

#include <cmath>
#include <numbers>

#include "chart/geo/stream.h"

namespace yokoten::chart::geo {

inline constexpr double kPi = std::numbers::pi;
inline constexpr double kHalfPi = kPi / 2;
inline constexpr double kTau = kPi * 2;
inline constexpr double kDegrees = 180 / kPi;  ///< of a radian
inline constexpr double kRadians = kPi / 180;  ///< of a degree
inline constexpr double kEpsilon = 1e-6;       ///< d3-geo's: two places that count as one

/// asin of a number that rounding may have taken beyond 1.
inline double safe_asin(double x) { return x > 1 ? kHalfPi : x < -1 ? -kHalfPi : std::asin(x); }

inline bool same_point(Point a, Point b) {
  return std::abs(a.x - b.x) < kEpsilon && std::abs(a.y - b.y) < kEpsilon;
}

/// Rotation of the sphere, as d3-geo's `rotate`: around the axis, then tilted, then rolled.
class Rotation {
 public:
  Rotation() = default;
  Rotation(double lambda, double phi, double gamma);  ///< radians
  Point turned(Point radians) const;
  Point turned_back(Point radians) const;

 private:
  double lambda_ = 0;
  bool tilted_ = false;
  double cos_phi_ = 1, sin_phi_ = 0, cos_gamma_ = 1, sin_gamma_ = 0;
};

}  // namespace yokoten::chart::geo
