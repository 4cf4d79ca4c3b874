#include <algorithm>

#include "chart/guide/legend_sources.h"
#include "chart/guide/legend_units.h"

namespace yokoten::chart {
namespace {

bool across(const std::string& orient) { return orient == "top" || orient == "bottom"; }

bool inside(const std::string& orient) { return orient.find('-') != std::string::npos; }

std::string orient_of(const LegendCase& legend, const SymbolUnit& unit) {
  return first(unit.legend->orient, legend.config->orient, "right");
}

/// Vega-Lite's direction for one mark, which does not look at `config`; "" leaves it to Vega.
std::string lite_direction(const LegendCase& legend, const SymbolUnit& unit) {
  if (unit.legend->direction) return *unit.legend->direction;
  const std::string orient = orient_of(legend, unit);
  return across(orient) || (inside(orient) && unit.ramp) ? "horizontal" : "";
}

/// Written for any of the marks, else in `config`, else the first that Vega-Lite decides.
bool is_vertical(const LegendCase& legend) {
  if (legend.spec->direction) return *legend.spec->direction == "vertical";
  if (legend.config->direction) return *legend.config->direction == "vertical";
  for (const auto* units : {&legend.color_units, &legend.size_units, &legend.opacity_units})
    for (const SymbolUnit& unit : *units)
      if (!unit.silent && lite_direction(legend, unit) == "horizontal") return false;
  return true;
}

void set_channels(LegendCase& legend) {
  const LegendChannel channel = legend.legend->channel;
  const Plan& plan = *legend.plan;
  legend.by_size = channel == LegendChannel::size || legend.legend->with_size;
  legend.by_opacity = channel == LegendChannel::opacity || legend.legend->with_opacity;
  if (legend.by_size) legend.size_units = symbol_units(plan, LegendChannel::size);
  if (legend.by_opacity) legend.opacity_units = symbol_units(plan, LegendChannel::opacity);
  if (channel != LegendChannel::color) return;
  legend.color_units = symbol_units(plan, channel);
  for (const SymbolUnit& unit : legend.color_units)
    (unit.filled ? legend.by_fill : legend.by_stroke) = true;
}

LegendKind kind_of(const LegendCase& legend) {
  const int scales =
      int(legend.by_fill) + int(legend.by_stroke) + int(legend.by_size) + int(legend.by_opacity);
  const Scale& scale = legend.scale();
  const bool classes = scale.type == ScaleType::threshold || scale.type == ScaleType::quantize;
  const bool coloured = legend.by_fill || legend.by_stroke;
  // Vega-Lite hands on "symbol" for a ramp of colours only, and "gradient" for anything else.
  if (legend.spec->type == "symbol" && coloured && scale.continuous()) return LegendKind::symbol;
  if (legend.spec->type == "gradient" && classes) return LegendKind::discrete;
  if (scales != 1 || !coloured) return LegendKind::symbol;
  if (classes) return LegendKind::discrete;
  return scale.continuous() ? LegendKind::gradient : LegendKind::symbol;
}

}  // namespace

const Scale& LegendCase::scale() const {
  if (by_size) return plan->size;
  return by_fill || by_stroke ? plan->color : plan->opacity;
}

FieldType LegendCase::field_type() const {
  const auto type = [](const std::vector<SymbolUnit>& units, const LookSpec EncodingSpec::*look) {
    return units.empty() ? FieldType::none : (units.front().encoding->*look).type;
  };
  if (by_size) return type(size_units, &EncodingSpec::size);
  if (by_fill || by_stroke) return type(color_units, &EncodingSpec::color);
  return type(opacity_units, &EncodingSpec::opacity);
}

LegendCase legend_case(const Plan& plan, const LegendPlan& legend, double width, double height) {
  LegendCase made;
  made.plan = &plan;
  made.legend = &legend;
  made.spec = &legend.spec;
  made.config = &plan.spec->config.legend;
  made.width = width;
  made.height = height;
  made.orient = first(legend.spec.orient, made.config->orient, "right");
  set_channels(made);
  const bool coloured = made.by_fill || made.by_stroke;
  made.ramp =
      legend.spec.type ? *legend.spec.type == "gradient" : coloured && plan.color.continuous();
  made.kind = kind_of(made);
  made.vertical = is_vertical(made);
  return made;
}

double ramp_length(const LegendCase& legend) {
  if (legend.spec->gradient_length && legend.ramp) return *legend.spec->gradient_length;
  if (legend.config->gradient_length) return *legend.config->gradient_length;
  if (legend.kind != LegendKind::gradient) return 200;
  const auto& units = legend.color_units;
  const auto first =
      std::find_if(units.begin(), units.end(), [](const SymbolUnit& unit) { return !unit.silent; });
  if (first == units.end() || lite_direction(legend, *first) != "horizontal")
    return std::clamp(legend.height, 64.0, 200.0);
  return across(orient_of(legend, *first)) ? std::clamp(legend.width, 100.0, 200.0) : 100;
}

double ramp_thickness(const LegendCase& legend) {
  const Number& written = legend.ramp ? legend.spec->gradient_thickness : std::nullopt;
  return first(written, legend.config->gradient_thickness, 16);
}

}  // namespace yokoten::chart
