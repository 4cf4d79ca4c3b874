#include "chart/geo/raw.h"

#include <algorithm>

#include "chart/geo/sphere.h"

// Formulas: Snyder, Map Projections: A Working Manual, USGS PP 1395, chapters 7, 14 to 16.

namespace yokoten::chart::geo {
namespace {

double half_tangent(double phi) { return std::tan((kHalfPi + phi) / 2); }

}  // namespace

RawProjection::RawProjection(ProjectionType type, double first, double second) {
  if (type == ProjectionType::conic_conformal) conformal(first, second);
  if (type == ProjectionType::conic_equidistant) equidistant(first, second);
  if (type == ProjectionType::conic_equal_area || type == ProjectionType::albers)
    equal_area(first, second);
}

void RawProjection::conformal(double first, double second) {
  const double cosine = std::cos(first);
  n_ = first == second ? std::sin(first)
                       : std::log(cosine / std::cos(second)) /
                             std::log(half_tangent(second) / half_tangent(first));
  if (n_ == 0 || std::isnan(n_)) return;  // parallels symmetric to the equator
  c_ = cosine * std::pow(half_tangent(first), n_) / n_;
  form_ = Form::conformal;
}

void RawProjection::equal_area(double first, double second) {
  const double sine = std::sin(first);
  n_ = (sine + std::sin(second)) / 2;
  form_ = std::abs(n_) < kEpsilon ? Form::cylindrical : Form::equal_area;
  c_ = form_ == Form::cylindrical ? std::cos(first) : 1 + sine * (2 * n_ - sine);
  r_ = std::sqrt(c_) / n_;
}

void RawProjection::equidistant(double first, double second) {
  const double cosine = std::cos(first);
  n_ = first == second ? std::sin(first) : (cosine - std::cos(second)) / (second - first);
  c_ = cosine / n_ + first;
  form_ = std::abs(n_) < kEpsilon ? Form::plain : Form::equidistant;
}

Point RawProjection::operator()(Point at) const {
  double radius = 0;
  switch (form_) {
    case Form::mercator:
      return {at.x, std::log(half_tangent(at.y))};
    case Form::conformal:
      // The pole off the cone lies at infinity.
      at.y = c_ > 0 ? std::max(at.y, -kHalfPi + kEpsilon) : std::min(at.y, kHalfPi - kEpsilon);
      radius = c_ / std::pow(half_tangent(at.y), n_);
      return {radius * std::sin(n_ * at.x), c_ - radius * std::cos(n_ * at.x)};
    case Form::equal_area:
      radius = std::sqrt(c_ - 2 * n_ * std::sin(at.y)) / n_;
      return {radius * std::sin(at.x * n_), r_ - radius * std::cos(at.x * n_)};
    case Form::cylindrical:
      return {at.x * c_, std::sin(at.y) / c_};
    case Form::equidistant:
      radius = c_ - at.y;
      return {radius * std::sin(n_ * at.x), c_ - radius * std::cos(n_ * at.x)};
    case Form::plain:
      break;
  }
  return at;
}

}  // namespace yokoten::chart::geo
