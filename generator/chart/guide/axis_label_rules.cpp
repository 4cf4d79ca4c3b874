#include "chart/guide/axis_label_rules.h"

#include <cmath>

namespace yokoten::chart {
namespace {

constexpr double kLabelSize = 10;
constexpr double kLabelLimit = 180;
constexpr std::string_view kShareFormat = ".0%";  // config.normalizedNumberFormat

bool discrete_type(FieldType type) {
  return type == FieldType::nominal || type == FieldType::ordinal;
}

/// The angle from which a layer's anchors follow; nothing where labels stand upright anyway.
std::optional<double> angle_of(const AxisSources& sources, const AxisSource& layer,
                               bool horizontal) {
  if (layer.spec->label_angle) return normalized_angle(*layer.spec->label_angle);
  const AxisSpec* config =
      sources.configured([](const AxisSpec& s) { return s.label_angle.has_value(); });
  if (config != nullptr) return normalized_angle(*config->label_angle);
  if (horizontal && discrete_type(layer.type)) return 270;
  return std::nullopt;
}

std::string align_of(std::optional<double> angle, bool horizontal, Side side) {
  if (!angle) return "";
  const double start = horizontal ? 0 : 90;
  if (std::fmod(*angle + start, 180) == 0) return horizontal ? "" : "center";
  const bool main = side == (horizontal ? Side::bottom : Side::left);
  return (start < *angle && *angle < 180 + start) == main ? "left" : "right";
}

std::string baseline_across(double angle, Side side) {
  if ((45 < angle && angle < 135) || (225 < angle && angle < 315)) return "middle";
  return (angle <= 45 || angle >= 315) == (side == Side::top) ? "bottom" : "top";
}

std::string baseline_down(double angle, Side side) {
  if (angle <= 45 || angle >= 315 || (135 <= angle && angle <= 225)) return "";
  return (45 <= angle && angle <= 135) == (side == Side::left) ? "top" : "bottom";
}

/// The first layer whose rule has a say decides; `rule` gives nothing where it has none.
template <class Rule>
std::string first_said(const AxisSources& sources, bool horizontal, Rule rule) {
  for (const AxisSource& layer : sources.layers)
    if (const auto angle = angle_of(sources, layer, horizontal))
      return rule(*angle, side_of(sources, layer, horizontal));
  return "";
}

double angle(const AxisSources& sources, bool horizontal) {
  const auto has = [](const AxisSpec& s) { return s.label_angle.has_value(); };
  for (const AxisSource& layer : sources.layers)
    if (has(*layer.spec)) return normalized_angle(*layer.spec->label_angle);
  if (const AxisSpec* config = sources.configured(has)) return *config->label_angle;
  for (const AxisSource& layer : sources.layers)
    if (const auto found = angle_of(sources, layer, horizontal)) return *found;
  return 0;
}

void set_anchor(LabelStyle& style, const AxisSources& sources, bool horizontal) {
  const auto align_rule = [&](const AxisSource&) {
    return first_said(sources, horizontal, [&](double degrees, Side side) {
      return align_of(degrees, horizontal, side);
    });
  };
  const auto baseline_rule = [&](const AxisSource&) {
    return first_said(sources, horizontal, [&](double degrees, Side side) {
      return horizontal ? baseline_across(degrees, side) : baseline_down(degrees, side);
    });
  };
  style.align = sources.value_or_rule(&AxisSpec::label_align, align_rule);
  style.baseline = sources.value_or_rule(&AxisSpec::label_baseline, baseline_rule);
}

std::optional<double> threshold(bool on, const Number& px) {
  if (px) return px;
  return on ? std::optional<double>(1) : std::nullopt;
}

std::optional<double> flush_of(const AxisSources& sources, bool horizontal) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.label_flush || s.label_flush_px; });
  if (spec != nullptr) return threshold(spec->label_flush.value_or(false), spec->label_flush_px);
  for (const AxisSource& layer : sources.layers)
    if (horizontal && !discrete_type(layer.type)) return 1;
  return std::nullopt;
}

std::optional<double> bound_of(const AxisSources& sources) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.label_bound || s.label_bound_px; });
  if (spec == nullptr) return std::nullopt;
  const auto px = threshold(spec->label_bound.value_or(false), spec->label_bound_px);
  return px && *px > 0 ? px : std::nullopt;
}

Overlap overlap_of(const AxisSources& sources, ScaleType type) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.label_overlap != Overlap::by_default; });
  if (spec != nullptr) return spec->label_overlap;
  for (const AxisSource& layer : sources.layers)
    if (!discrete_type(layer.type))
      return type == ScaleType::log ? Overlap::greedy : Overlap::parity;
  return Overlap::off;
}

/// Times on a scale that is none need telling that they are times.
std::string_view format_type_of(const AxisSources& sources, ScaleType type) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.format_type && !s.format_type->empty(); });
  if (spec != nullptr) return *spec->format_type;
  for (const AxisSource& layer : sources.layers)
    if (layer.type == FieldType::temporal && type != ScaleType::time) return "time";
  return "";
}

/// The forms by unit, where they are written before any format that is one text.
const TimeForms* time_forms_of(const AxisSources& sources) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.time_forms || s.format; });
  return spec != nullptr && spec->time_forms ? &*spec->time_forms : nullptr;
}

/// Vega-Lite overrules the format of an axis whose bars are stacked to shares.
std::string_view format_of(const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->format && (!layer.shares || *layer.spec->format == kShareFormat))
      return *layer.spec->format;
  for (const AxisSource& layer : sources.layers)
    if (layer.shares) return kShareFormat;
  return "";
}

void set_text(LabelStyle& style, const AxisSources& sources, ScaleType type) {
  if (const TimeForms* forms = time_forms_of(sources))
    style.time_forms = *forms;
  else
    style.format = format_of(sources);
  style.format_type = format_type_of(sources, type);
  const AxisSpec* spec = sources.written([](const AxisSpec& s) { return !s.label_pieces.empty(); });
  if (spec != nullptr) style.pieces = &spec->label_pieces;
}

void set_type(LabelStyle& style, const AxisSources& sources) {
  style.font.size = sources.value(&AxisSpec::label_font_size, kLabelSize);
  style.font.family = sources.value(&AxisSpec::label_font, std::string());
  style.font.weight = sources.value(&AxisSpec::label_font_weight, std::string());
  style.look.fill = paint_of(sources, &AxisSpec::label_color, "#000", "#000");
  style.look.fill_opacity = sources.value(&AxisSpec::label_opacity, 1.0);
  const AxisSpec* spec = sources.written(
      [](const AxisSpec& s) { return s.label_font_weight || !s.label_weight_conditions.empty(); });
  if (spec != nullptr && !spec->label_weight_conditions.empty()) style.weights = spec;
  spec = sources.written(
      [](const AxisSpec& s) { return s.label_color || !s.label_color_conditions.empty(); });
  if (spec != nullptr && !spec->label_color_conditions.empty()) style.colours = spec;
}

}  // namespace

double normalized_angle(double degrees) { return std::fmod(std::fmod(degrees, 360) + 360, 360); }

LabelStyle label_style(const AxisSources& sources, const Scale& scale, bool horizontal) {
  LabelStyle style;
  style.angle = angle(sources, horizontal);
  set_anchor(style, sources, horizontal);
  style.flush = flush_of(sources, horizontal);
  style.overlap = overlap_of(sources, scale.type);
  style.separation = sources.value(&AxisSpec::label_separation, 0.0);
  style.bound = bound_of(sources);
  style.padding = sources.value(&AxisSpec::label_padding, 2.0);
  style.offset = sources.value(&AxisSpec::label_offset, 0.0);
  style.limit = sources.value(&AxisSpec::label_limit, kLabelLimit);
  set_text(style, sources, scale.type);
  set_type(style, sources);
  return style;
}

}  // namespace yokoten::chart
