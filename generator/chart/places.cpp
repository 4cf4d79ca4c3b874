#include <algorithm>
#include <cmath>

#include "chart/marks.h"

namespace yokoten {
namespace {

bool has(const std::vector<double>& values, std::size_t row) {
  return row < values.size() && !std::isnan(values[row]);
}

// Bars begin at zero, or at the end of the axis that is nearest to it.
double zero_share(const Scale& scale) {
  return scale.share(
      std::clamp(0.0, std::min(scale.low, scale.high), std::max(scale.low, scale.high)));
}

// Boxes between a value and a second value, over a band, or from zero, in shares of the axis.
std::optional<Span> shares(const Scale& scale, const PositionSpec& second,
                           const std::vector<double>& values, const std::vector<double>& seconds,
                           std::size_t row) {
  if (!has(values, row)) return std::nullopt;
  if (scale.discrete()) {
    const double begin = scale.band_start(values[row]);
    return Span{begin, begin + scale.bandwidth()};
  }
  const double end = scale.share(values[row]);
  if (second.from == From::nothing) return Span{zero_share(scale), end};
  if (!has(seconds, row)) return std::nullopt;
  return Span{end, scale.share(seconds[row])};
}

Span ordered(Span span) { return {std::min(span.begin, span.end), std::max(span.begin, span.end)}; }

double pixel_place(const Frame& frame, const PositionSpec& position) {
  return frame.top + (position.from == From::end ? frame.plot_height : position.pixels);
}

bool in_pixels(const PositionSpec& position) {
  return position.from == From::pixels || position.from == From::end;
}

// A bar may be thinner than its band.
Span thinned(Span span, double height) {
  if (height <= 0) return span;
  const double middle = (span.begin + span.end) / 2;
  return {middle - height / 2, middle + height / 2};
}

}  // namespace

std::optional<Span> box_across(const Canvas& canvas, std::size_t layer, std::size_t row) {
  const EncodingSpec& encoding = canvas.plot.spec->layers[layer].encoding;
  const Columns& columns = canvas.plot.columns[layer];
  if (encoding.x.from == From::nothing || in_pixels(encoding.x)) return Span{0, 1};
  const auto span = shares(canvas.plot.x, encoding.x2, columns.x, columns.x2, row);
  return span ? std::optional(ordered(*span)) : std::nullopt;
}

std::optional<Span> box_down(const Canvas& canvas, std::size_t layer, std::size_t row) {
  const LayerSpec& spec = canvas.plot.spec->layers[layer];
  const Frame& frame = canvas.frame;
  const Columns& columns = canvas.plot.columns[layer];
  if (in_pixels(spec.encoding.y) && in_pixels(spec.encoding.y2))
    return ordered({pixel_place(frame, spec.encoding.y), pixel_place(frame, spec.encoding.y2)});
  if (spec.encoding.y.from == From::nothing)
    return thinned({frame.top, frame.top + frame.plot_height}, spec.mark.height);
  const auto span = shares(canvas.plot.y, spec.encoding.y2, columns.y, columns.y2, row);
  if (!span) return std::nullopt;
  return thinned(
      ordered({frame.down(canvas.plot.y, span->begin), frame.down(canvas.plot.y, span->end)}),
      spec.mark.height);
}

std::optional<Across> place_across(const Canvas& canvas, const PositionSpec& position,
                                   const std::vector<double>& values, std::size_t row) {
  const Frame& frame = canvas.frame;
  const Scale& scale = canvas.plot.x;
  if (position.from == From::nothing) return frame.across(0.5);
  if (position.from == From::pixels) return frame.from_left(position.pixels);
  if (position.from == From::end) return frame.across(1);
  if (!has(values, row)) return std::nullopt;
  if (scale.discrete()) return frame.across(scale.band_start(values[row]) + scale.bandwidth() / 2);
  return frame.across(scale.share(values[row]));
}

std::optional<double> place_down(const Canvas& canvas, const PositionSpec& position,
                                 const std::vector<double>& values, std::size_t row) {
  const Frame& frame = canvas.frame;
  const Scale& scale = canvas.plot.y;
  if (position.from == From::nothing) return frame.top + frame.plot_height / 2;
  if (in_pixels(position)) return pixel_place(frame, position);
  if (!has(values, row)) return std::nullopt;
  if (scale.discrete())
    return frame.down(scale, scale.band_start(values[row]) + scale.bandwidth() / 2);
  return frame.down(scale, scale.share(values[row]));
}

}  // namespace yokoten
