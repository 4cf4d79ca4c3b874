#pragma once

#include <limits>
#include <string>
#include <vector>

#include "chart/json.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// A category as it came ("鳥取県", 2024, true, null) and as it is shown.
struct Category {
  Json value;
  std::string text;
};

/// How colours between two others are found: schemes in RGB, a written range of a linear or log
/// scale and everything on a time scale in HCL (Vega-Lite's default).
enum class ColourSpace { rgb, hcl };

/// From values to places or looks. Complete: needs neither specification nor data any more.
///
/// Values of a continuous scale are numbers (time: milliseconds since 1970-01-01 UTC); those of a
/// discrete one are indexes into `categories`. Places are shares of the axis, 0 left or top, so
/// that a width need not be known.
struct Scale {
  ScaleType type = ScaleType::none;
  double low = 0, high = 1;  ///< domain of a continuous scale, after `nice`; may run down
  double base = 10;          ///< log
  bool clamp = false;
  bool utc = false;                  ///< written as "utc": every second day counts from 1970
  double from = 0, to = 1;           ///< shares that low and high stand at (y: 1 and 0); of a
                                     ///< continuous colour scale, where along `colours`
  std::vector<Category> categories;  ///< domain of a discrete scale
  double inner = 0, outer = 0;       ///< paddings of band and point, in steps
  std::optional<double>
      axis_outer;              ///< point: the outer one that the axis is measured by, if other
  bool reversed = false;       ///< band and point: the last category first
  std::vector<double> limits;  ///< threshold, quantize: between the classes
  std::vector<std::string> colours;  ///< range of colours; ordinal: cycled; linear: interpolated
  ColourSpace space = ColourSpace::rgb;
  std::vector<double> numbers;  ///< range of numbers: sizes, opacities

  bool discrete() const;    ///< band, point, ordinal
  bool continuous() const;  ///< linear, log, time

  /// Where a value stands, as a share; a category by its band's start. kMissing stays missing.
  double share(double value) const;
  double bandwidth() const;  ///< as a share; 0 unless band
  double step() const;       ///< as a share

  /// How far a value of a continuous scale is from low (0) to high (1), whatever the range.
  double along(double value) const;

  /// The range's entry for a value: by category, class or interpolation; "" where it is missing.
  std::string colour(double value) const;
  double number(double value) const;

  /// The category's index or -1.
  int index_of(const Json& value) const;
};

/// Steps that a discrete axis is long in all: n - inner + 2 * outer, as d3's bandSpace.
double band_space(std::size_t count, double inner, double outer);

}  // namespace yokoten::chart
