#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

enum class ScaleKind { none, linear, time, band, point };

/// From a value to a share of the axis (0 at its beginning, 1 at its end).
struct Scale {
  ScaleKind kind = ScaleKind::none;
  double low = 0, high = 1;  ///< linear; time in days
  bool clamp = false;
  std::vector<std::string> categories;
  double inner = 0, outer = 0;  ///< band: shares of a step left empty between and at the ends

  bool discrete() const { return kind == ScaleKind::band || kind == ScaleKind::point; }
  /// Share of a number; the middle when the axis has no extent. Not for categories.
  double share(double value) const;
  /// Share where the band of a category begins; its middle for points.
  double band_start(double category) const;
  /// Share that a band takes, 0 for points.
  double bandwidth() const;
  /// How many steps the axis has, for sizes given as pixels a step.
  double steps() const;
};

}  // namespace yokoten
