#include "chart/scene/compose_frame.h"

#include <cmath>
#include <utility>

#include "chart/guide/axis_layout.h"
#include "chart/guide/legend_sources.h"

namespace yokoten::chart {
namespace {

bool reads_field(const ChannelSpec& channel) { return channel.from == From::field; }

/// Vega-Lite draws lines and areas of several series, and stacked bars with round corners, in
/// groups of their own.
bool in_groups(const LayerPlan& layer, const Mark& mark, const Config& config) {
  const EncodingSpec& encoding = layer.spec->encoding;
  if (mark.kind == Kind::line || mark.kind == Kind::area) {
    return !encoding.detail.empty() || reads_field(encoding.color) || reads_field(encoding.size) ||
           reads_field(encoding.opacity) ||
           (mark.kind == Kind::area && reads_field(encoding.order));
  }
  if (layer.spec->mark.type != MarkType::bar || !layer.stacked) return false;
  if (reads_field(encoding.size)) return false;
  const MarkStyle& of_bars = *config.marks[static_cast<std::size_t>(MarkType::bar)];
  for (const MarkStyle* style : {&layer.spec->mark.style, &of_bars, &config.mark})
    if (style->corner_radius.value_or(0) != 0 || style->corner_radius_end.value_or(0) != 0)
      return true;
  return false;
}

/// To a thousand-millionth of a px: layouts round up, and a share of a width is not exact.
Bounds tidied(const Bounds& bounds) {
  if (bounds.empty()) return bounds;
  const auto tidy = [](double value) { return std::round(value * 1e9) / 1e9; };
  return {tidy(bounds.x1), tidy(bounds.y1), tidy(bounds.x2), tidy(bounds.y2)};
}

}  // namespace

FrameBounds::FrameBounds(double width, double height)
    : view{0, 0, width, height}, across(view), down(view) {}

void FrameBounds::add_axis(const Bounds& bounds, Side side) {
  (side == Side::left || side == Side::right ? across : down).add(bounds);
}

void FrameBounds::add_group(const Bounds& bounds) {
  across.add(bounds);
  down.add(bounds);
}

Bounds FrameBounds::all() const {
  Bounds bounds = view;
  bounds.add(across);
  bounds.add(down);
  return bounds;
}

void add_axis(Group& group, FrameBounds& bounds, Group axis, const AxisPlacement& placement,
              bool in_front, PlotSize size) {
  const Side side = axis.side;
  bounds.add_axis(lay_out_axis(axis, placement, size.width, size.height), side);
  axis.width = {1, 0};  // shares within it are those of the plot
  (in_front ? group.before : group.behind).push_back(std::move(axis));
}

void add_marks(Group& group, FrameBounds& bounds, const Plan& plan, std::uint32_t cell,
               PlotSize size, Spoken spoken) {
  group.marks.reserve(group.marks.size() + plan.layers.size());
  for (const LayerPlan& layer : plan.layers) {
    std::size_t at = group.marks.size();
    add_marks_of(plan, layer, cell, size, spoken, group.marks);
    for (; at < group.marks.size(); ++at) {
      const Mark& mark = group.marks[at];
      const Bounds covered = tidied(bounds_of(mark, size.width));
      if (in_groups(layer, mark, plan.spec->config))
        bounds.add_group(covered);
      else
        bounds.view.add(covered);
    }
  }
}

void set_background(Group& group, const Plan& plan) {
  const ViewStyle& view = plan.spec->config.view;
  bool placed = false;
  for (const LayerSpec& layer : plan.spec->layers)
    for (const PositionSpec* position : {&layer.encoding.x, &layer.encoding.y})
      placed = placed || position->from != From::nothing;
  group.look.fill = "transparent";
  if (!placed) return;
  group.look.fill = shape_paint(view.fill, std::nullopt, "transparent");
  group.look.stroke = shape_paint(view.stroke, std::nullopt, "#ddd");
  group.look.stroke_width = view.stroke_width.value_or(1);
  group.corner_radius = view.corner_radius.value_or(0);
}

}  // namespace yokoten::chart
