#include "chart/guide/legend_units.h"

#include "chart/plan/unit.h"

namespace yokoten::chart {
namespace {

constexpr double kReducedOpacity = 0.7;  // Vega-Lite's, of points, ticks and areas under lines

const MarkStyle& config_of(const Config& config, MarkType type) {
  return *config.marks[static_cast<std::size_t>(type)];
}

bool has_opacity(const MarkStyle& style) { return style.opacity || style.fill_opacity; }

bool has_opacity(const Unit& unit, const Config& config) {
  return has_opacity(*unit.style) || has_opacity(config_of(config, unit.mark)) ||
         has_opacity(config.mark);
}

std::optional<double> opacity_of(const Unit& unit, const Config& config) {
  if (unit.style->opacity) return unit.style->opacity;
  const MarkSpec& mark = unit.layer->mark;
  if (unit.overlay && unit.mark == MarkType::point) return mark.point_transparent ? 0 : 1;
  const bool covered = unit.mark == MarkType::area && (mark.with_line || mark.with_point);
  const bool reduced = unit.mark == MarkType::point || unit.mark == MarkType::tick || covered;
  return reduced && !has_opacity(unit, config) ? std::optional(kReducedOpacity) : std::nullopt;
}

Channel plan_channel(LegendChannel channel) {
  switch (channel) {
    case LegendChannel::opacity:
      return Channel::opacity;
    case LegendChannel::size:
      return Channel::size;
    case LegendChannel::color:
      break;
  }
  return Channel::color;
}

const LookSpec& look_of(const EncodingSpec& encoding, LegendChannel channel) {
  switch (channel) {
    case LegendChannel::opacity:
      return encoding.opacity;
    case LegendChannel::size:
      return encoding.size;
    case LegendChannel::color:
      break;
  }
  return encoding.color;
}

/// Whether Vega-Lite takes the legend of this mark alone for a ramp of colours.
bool is_ramp(const Plan& plan, const LookSpec& look, LegendChannel channel) {
  if (look.legend->type) return *look.legend->type == "gradient";
  return channel == LegendChannel::color && plan.color.continuous();
}

}  // namespace

std::vector<SymbolUnit> symbol_units(const Plan& plan, LegendChannel channel) {
  std::vector<SymbolUnit> units;
  for (const Unit& unit : units_of(*plan.spec)) {
    if (unit.scaled(plan_channel(channel)) == nullptr) continue;
    const LookSpec& look = look_of(unit.layer->encoding, channel);
    units.push_back({.type = unit.mark,
                     .style = unit.style,
                     .encoding = &unit.layer->encoding,
                     .legend = &*look.legend,
                     .ramp = is_ramp(plan, look, channel),
                     .filled = unit.filled,
                     .silent = look.legend_null,
                     .opacity = opacity_of(unit, plan.spec->config)});
  }
  return units;
}

std::string symbol_shape(const LegendCase& legend) {
  if (legend.spec->symbol_type) return *legend.spec->symbol_type;
  if (legend.config->symbol_type) return *legend.config->symbol_type;
  std::string shape;
  // Of several marks the first decides, but a circle is preferred.
  const auto add = [&](const std::vector<SymbolUnit>& units) {
    for (const SymbolUnit& unit : units) {
      if (unit.silent) continue;
      const std::string own = unit.style->shape.value_or(usual_symbol(unit.type));
      if (shape.empty() || own == "circle") shape = own;
    }
  };
  if ((legend.by_fill || legend.by_stroke) && !legend.ramp) add(legend.color_units);
  if (legend.by_size) add(legend.size_units);
  if (legend.by_opacity) add(legend.opacity_units);
  return shape.empty() ? "circle" : shape;
}

}  // namespace yokoten::chart
