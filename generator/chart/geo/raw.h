#pragma once

#include "chart/geo/stream.h"
#include "chart/spec/spec.h"

namespace yokoten::chart::geo {

/// A projection of the unit sphere on the plane, before scale and translation: radians in.
class RawProjection {
 public:
  RawProjection() = default;
  /// `first` and `second` are the standard parallels in radians; mercator has none.
  RawProjection(ProjectionType type, double first, double second);
  Point operator()(Point radians) const;

 private:
  enum class Form { mercator, conformal, equal_area, cylindrical, equidistant, plain };
  void conformal(double first, double second);
  void equal_area(double first, double second);
  void equidistant(double first, double second);

  Form form_ = Form::mercator;
  double n_ = 0;  ///< of the cone
  double c_ = 0;  ///< constant of the form: f, c or g in the literature
  double r_ = 0;  ///< radius of the middle parallel
};

}  // namespace yokoten::chart::geo
