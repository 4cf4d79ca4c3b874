#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/plot.h"

namespace yokoten {

/// A place on the x axis of the picture: a share of its width in percent, and pixels from there.
/// Drawings of fixed width have pixels only.
struct Across {
  double percent = 0;
  double px = 0;
};

struct AxisLabel {
  double share = 0;
  std::string text;
  bool bold = false;
};

/// How the plot stands in the picture.
///
/// A fluid picture knows no width. Where only bars from zero, texts, points and upright rules stand
/// beside a gutter of names, the gutter stays in pixels: a place is its share of the whole width
/// plus the pixels that the gutter takes away from it (`exact`). Where lines or boxes connect two
/// places, margins are shares of the narrowest width instead, so that two places can be joined.
struct Frame {
  bool fluid = true;
  bool exact = false;
  double width = 0;  ///< pixels, not fluid only
  double left = 0, right = 0, top = 0, bottom = 0;
  double plot_height = 0;
  std::vector<AxisLabel> x_labels, y_labels;

  double height() const { return top + plot_height + bottom; }
  Across across(double share) const;
  Across from_left(double pixels) const;
  /// Pixels from the top of the picture.
  double down(const Scale& scale, double share) const;
};

/// The narrowest width, in pixels, that texts of a fluid picture are laid out for.
inline constexpr double kNarrowest = 288;

Frame make_frame(const Plot& plot, std::optional<double> fixed_width);

}  // namespace yokoten
