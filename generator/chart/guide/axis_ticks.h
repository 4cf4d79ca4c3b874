#pragma once

#include <string>
#include <vector>

#include "chart/guide/axis_style.h"

namespace yokoten::chart {

/// A scale on an axis of a known length, in px. Bands are counted as Vega counts them, so that
/// places which are rounded or compared agree to the last bit.
class AxisRuler {
 public:
  AxisRuler(const Scale& scale, double length);
  double start(double value) const;  ///< of a category its band's start; kMissing stays
  double bandwidth() const { return bandwidth_; }
  double length() const { return length_; }
  double low() const { return low_; }    ///< where the range begins: length for a y axis
  double high() const { return high_; }  ///< where it ends

  /// A place near `value`'s, `px` from the start of the axis, as a share of the axis and the rest.
  Along along(double px, double value, double band) const;

 private:
  const Scale* scale_ = nullptr;
  std::optional<Scale> turned_;  ///< where the domain runs down
  double length_ = 0, low_ = 0, high_ = 0;
  double first_ = 0, step_ = 0, bandwidth_ = 0;
};

/// One tick with its label.
struct AxisTick {
  double value = kMissing;  ///< missing for the extra tick
  double start = kMissing;  ///< px; of the extra tick that of the first one
  std::string text;
  int turn = 0;  ///< in which labels are looked at for overlaps
  bool extra = false;
};

std::vector<AxisTick> axis_ticks(const AxisStyle& style, const Scale& scale,
                                 const AxisRuler& ruler);

}  // namespace yokoten::chart
