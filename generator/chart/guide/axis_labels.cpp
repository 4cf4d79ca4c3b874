#include "chart/guide/axis_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/guide/overlap.h"

namespace yokoten::chart {
namespace {

enum class Lean { first, last, none };

/// Vega's flush(): labels within `threshold` px of an end of the axis lean inwards.
Lean lean_of(double start, const AxisRuler& ruler, double threshold) {
  const double a = std::min(ruler.low(), ruler.high()), b = std::max(ruler.low(), ruler.high());
  const double left = std::abs(start - a), right = std::abs(b - start);
  if (left < right && left <= threshold) return Lean::first;
  return right <= threshold ? Lean::last : Lean::none;
}

Lean lean_of(const AxisStyle& style, const AxisTick& tick, const AxisRuler& ruler) {
  if (!style.label.flush || tick.extra) return Lean::none;
  return lean_of(tick.start, ruler, *style.label.flush);
}

const char* align_of(const AxisStyle& style, Lean lean) {
  if (!style.horizontal) return style.side == Side::right ? "left" : "right";
  if (lean == Lean::first) return "left";
  return lean == Lean::last ? "right" : "center";
}

const char* baseline_of(const AxisStyle& style, Lean lean) {
  if (style.horizontal) return style.side == Side::top ? "bottom" : "top";
  if (lean == Lean::first) return "top";
  return lean == Lean::last ? "bottom" : "middle";
}

/// The place along the axis in px; that of the extra tick is none and becomes the start.
double label_place(const AxisStyle& style, const AxisTick& tick, const AxisRuler& ruler) {
  if (tick.extra || std::isnan(tick.start)) return 0;
  return tick.start + ruler.bandwidth() * 0.5 + (style.tick.offset + style.label.offset);
}

void set_place(Item& item, const AxisStyle& style, double along) {
  const bool before = style.side == Side::left || style.side == Side::top;
  const double away = (before ? -1 : 1) * style.tick.size + (before ? -1 : 1) * style.label.padding;
  item.x = {0, style.horizontal ? along : away};
  item.y = style.horizontal ? away : along;
}

/// The value of the first condition that holds for a category.
void choose(std::string& value, const std::vector<LabelCondition>& conditions,
            std::string_view of) {
  for (const LabelCondition& condition : conditions) {
    const auto& values = condition.values;
    if (std::find(values.begin(), values.end(), of) == values.end()) continue;
    value = condition.then;
    return;
  }
}

/// Conditions compare texts as `===` does, so only categories that are texts can meet them.
void apply_conditions(Item& item, const LabelStyle& label, const Scale& scale,
                      const AxisTick& tick) {
  if ((label.weights == nullptr && label.colours == nullptr) || tick.extra || !scale.discrete())
    return;
  const Json& value = scale.categories[static_cast<std::size_t>(tick.value)].value;
  if (!value.is_string()) return;
  const std::string_view text = value.text();
  if (label.weights != nullptr)
    choose(item.font.weight, label.weights->label_weight_conditions, text);
  if (label.colours != nullptr) choose(item.look.fill, label.colours->label_color_conditions, text);
}

void set_label(Item& item, const AxisStyle& style, const Scale& scale, const AxisRuler& ruler,
               const AxisTick& tick) {
  const LabelStyle& label = style.label;
  const Lean lean = lean_of(style, tick, ruler);
  item.look = label.look;
  item.font = label.font;
  item.text = tick.text;
  item.angle = label.angle;
  item.limit = label.limit;
  item.align = label.align.empty() ? align_of(style, lean) : label.align;
  item.baseline = label.baseline.empty() ? baseline_of(style, lean) : label.baseline;
  set_place(item, style, label_place(style, tick, ruler));
  apply_conditions(item, label, scale, tick);
}

std::vector<Item*> in_turn(std::vector<Item>& items, const std::vector<AxisTick>& ticks) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ticks[a].turn < ticks[b].turn; });
  std::vector<Item*> labels;
  labels.reserve(items.size());
  for (const std::size_t i : order) labels.push_back(&items[i]);
  return labels;
}

void hide(std::vector<Item>& items, const AxisStyle& style, const AxisRuler& ruler,
          const std::vector<AxisTick>& ticks) {
  std::optional<LabelLimits> limits;
  if (style.label.bound)
    limits = LabelLimits{style.horizontal, ruler.low(), ruler.high(), *style.label.bound};
  hide_overlaps(in_turn(items, ticks), style.label.overlap, style.label.separation, limits,
                ruler.length());
}

/// Overlaps are decided in px, where places agree with Vega's to the last bit; then places
/// become shares.
void share_out(std::vector<Item>& items, const AxisRuler& ruler,
               const std::vector<AxisTick>& ticks) {
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i].x = ruler.along(items[i].x.px, ticks[i].value, 0.5);
}

}  // namespace

Mark axis_labels(const AxisStyle& style, const Scale& scale, const AxisRuler& ruler,
                 const std::vector<AxisTick>& ticks) {
  Mark mark;
  mark.kind = Kind::text;
  mark.role = "axis-label";
  mark.items.reserve(ticks.size());
  for (const AxisTick& tick : ticks)
    set_label(mark.items.emplace_back(), style, scale, ruler, tick);
  hide(mark.items, style, ruler, ticks);
  if (style.horizontal) share_out(mark.items, ruler, ticks);
  return mark;
}

}  // namespace yokoten::chart
