#include "chart/frame.h"

#include <algorithm>

#include "chart/axis_labels.h"
#include "chart/text_width.h"

namespace yokoten {
namespace {

constexpr double kTypeSize = 14, kTick = 5, kLabelGap = 3, kLabelLine = 18, kTitleLine = 18;

double widest(const std::vector<AxisLabel>& labels) {
  double width = 0;
  for (const AxisLabel& label : labels) width = std::max(width, text_width(label.text, kTypeSize));
  return width;
}

double left_of_plot(const AxisSpec& axis, const std::vector<AxisLabel>& labels) {
  if (axis.hidden || labels.empty()) return 0;
  const double gap = axis.label_padding.value_or(kLabelGap);
  return axis.label_left ? gap : widest(labels) + gap + (axis.ticks ? kTick : 0);
}

double below_plot(const AxisSpec& axis, const std::vector<AxisLabel>& labels) {
  if (axis.hidden) return 0;
  const double gap = axis.label_padding.value_or(kLabelGap);
  return (axis.ticks ? kTick : 0) + (labels.empty() ? 0 : gap + kLabelLine) +
         (axis.title.empty() ? 0 : kTitleLine);
}

double size_in_pixels(const SizeSpec& size, const Scale& scale) {
  return size.step > 0 ? size.step * scale.steps() : size.pixels;
}

// Boxes between two values and lines cannot be placed as a share plus pixels.
bool joins_places(const LayerSpec& layer) {
  const auto scaled = [](const PositionSpec& p) {
    return p.from == From::field || p.from == From::datum;
  };
  return layer.mark.type == MarkType::line || scaled(layer.encoding.x2);
}

bool can_be_exact(const Plot& plot) {
  return plot.y.discrete() && std::none_of(plot.spec->layers.begin(), plot.spec->layers.end(),
                                           [](const auto& layer) { return joins_places(layer); });
}

}  // namespace

Across Frame::across(double share) const {
  if (!fluid) return {0, left + share * (width - left - right)};
  if (exact) return {share * 100, left - share * (left + right)};
  return {(left + share * (kNarrowest - left - right)) / kNarrowest * 100, 0};
}

Across Frame::from_left(double pixels) const {
  Across place = across(0);
  place.px += pixels;
  return place;
}

double Frame::down(const Scale& scale, double share) const {
  return top + plot_height * (scale.discrete() ? share : 1 - share);
}

Frame make_frame(const Plot& plot, std::optional<double> fixed_width) {
  const ChartSpec& spec = *plot.spec;
  const AxisSpec& x_axis = axis_of(spec, true);
  const AxisSpec& y_axis = axis_of(spec, false);
  Frame frame;
  frame.x_labels = axis_labels(x_axis, plot.x);
  frame.y_labels = axis_labels(y_axis, plot.y);
  frame.left = spec.padding.left + left_of_plot(y_axis, frame.y_labels);
  frame.right = spec.padding.right;
  frame.top = spec.padding.top;
  frame.plot_height = size_in_pixels(spec.height, plot.y);
  frame.bottom = spec.padding.bottom + below_plot(x_axis, frame.x_labels);
  frame.fluid = spec.width.container && !fixed_width;
  frame.exact = can_be_exact(plot);
  frame.width = !spec.width.container
                    ? size_in_pixels(spec.width, plot.x) + frame.left + frame.right
                    : fixed_width.value_or(kNarrowest);
  return frame;
}

}  // namespace yokoten
