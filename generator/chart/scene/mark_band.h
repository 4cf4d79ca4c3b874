#pragma once

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

/// How wide a bar is across its band: px, a share of the band, or not said.
struct BandSize {
  enum class Kind { none, px, relative } kind = Kind::none;
  double value = 0;
};

/// Vega-Lite's getBandSize: `width` (`height`) or `size` of the mark and of config, else what a
/// discrete or a continuous scale gives bars.
BandSize band_size_of(const MarkContext& context, Direction along);

/// That as a length of the plot, never under the smallest bar.
Along length_of(const MarkContext& context, Direction along, const BandSize& size);

/// Whether `size`, of the encoding or the mark itself, says how wide the mark is this way.
bool sized_by_channel(const MarkContext& context, Direction along);
Number size_otherwise(const MarkContext& context, Direction along);

/// A `width` or `height` in px written in the mark or in config; empty for none.
Number written_length(const MarkContext& context, Direction along);

/// Which of its places `align` and `baseline` hold a rectangle at.
enum class Aligned { start, middle, end };
Aligned aligned(const MarkContext& context, Direction along, Aligned otherwise);

}  // namespace yokoten::chart
