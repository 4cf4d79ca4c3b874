#include "chart/guide/axis_style.h"

#include <cmath>

#include "chart/guide/axis_label_rules.h"

namespace yokoten::chart {
namespace {

constexpr double kPixelsPerTick = 40;  // Vega-Lite: ceil(width / 40) ticks
constexpr double kTickSize = 5;
constexpr double kTitleSize = 11;
constexpr const char* kLineColour = "#888";
constexpr const char* kGridColour = "#ddd";

Side side_of(const AxisSources& sources, bool horizontal) {
  const AxisSpec* spec = sources.written(
      [&](const AxisSpec& s) { return side_named(s.orient, horizontal).has_value(); });
  if (spec != nullptr) return *side_named(spec->orient, horizontal);
  return horizontal ? Side::bottom : Side::left;
}

bool has_count(const AxisSpec& spec) { return spec.tick_count || spec.tick_interval; }

void set_count(TickStyle& tick, const AxisSources& sources, const Scale& scale, double length) {
  if (const AxisSpec* spec = sources.written(has_count)) {
    tick.count = spec->tick_count;
    if (spec->tick_interval)
      tick.interval = {*spec->tick_interval,
                       static_cast<int>(spec->tick_interval_step.value_or(1))};
    return;
  }
  if (scale.discrete() || scale.type == ScaleType::log) return;
  for (const AxisSource& layer : sources.layers)
    if (!layer.spec->values_written) {
      tick.count = std::ceil(length / kPixelsPerTick);
      return;
    }
}

/// Whole numbers are not divided: `format: "d"` keeps ticks at least one apart.
std::optional<double> min_step_of(const AxisSources& sources) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.tick_min_step.has_value(); });
  if (spec != nullptr) return spec->tick_min_step;
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->format == "d" && !layer.shares) return 1;
  return std::nullopt;
}

/// Half a pixel is taken off the middle of bands, unless their own config says otherwise.
double tick_offset_of(const AxisSources& sources, ScaleType type) {
  const auto has = [](const AxisSpec& s) { return s.tick_offset.has_value(); };
  for (const AxisSource& layer : sources.layers)
    if (has(*layer.spec)) return *layer.spec->tick_offset;
  if (type == ScaleType::band)
    return sources.by_type != nullptr ? sources.by_type->tick_offset.value_or(-0.5) : -0.5;
  const AxisSpec* spec = sources.configured(has);
  return spec != nullptr ? *spec->tick_offset : 0;
}

void set_band(TickStyle& tick, const AxisSources& sources, ScaleType type) {
  const AxisSpec* spec =
      sources.written([](const AxisSpec& s) { return s.tick_band_extent.has_value(); });
  tick.round = sources.value(&AxisSpec::tick_round, true);
  tick.offset = tick_offset_of(sources, type);
  if (spec == nullptr) {
    tick.band = sources.value(&AxisSpec::band_position, 0.5);
    tick.extra = sources.value(&AxisSpec::tick_extra, false);
    return;
  }
  tick.extra = *spec->tick_band_extent;
  tick.band = tick.extra ? 1 : 0.5;
  if (tick.extra) tick.offset = 0;
}

void set_values(TickStyle& tick, const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->values_written) {
      tick.values_written = true;
      tick.values = &layer.spec->values;
      return;
    }
}

TickStyle tick_style(const AxisSources& sources, const Scale& scale, double length) {
  TickStyle tick;
  set_count(tick, sources, scale, length);
  tick.min_step = min_step_of(sources);
  set_values(tick, sources);
  set_band(tick, sources, scale.type);
  return tick;
}

struct LineMembers {
  Paint AxisSpec::*color;
  Number AxisSpec::*width, AxisSpec::*opacity;
  Dashes AxisSpec::*dash;
};

Look line_look(const AxisSources& sources, const LineMembers& members, const char* colour) {
  Look look;
  look.stroke = paint_of(sources, members.color, colour, "");
  look.stroke_width = sources.value(members.width, 1.0);
  look.stroke_opacity = sources.value(members.opacity, 1.0);
  look.dash = sources.value(members.dash, std::vector<double>());
  return look;
}

void set_lines(AxisStyle& style, const AxisSources& sources) {
  style.tick_look = line_look(
      sources,
      {&AxisSpec::tick_color, &AxisSpec::tick_width, &AxisSpec::tick_opacity, &AxisSpec::tick_dash},
      kLineColour);
  style.grid_look = line_look(
      sources,
      {&AxisSpec::grid_color, &AxisSpec::grid_width, &AxisSpec::grid_opacity, &AxisSpec::grid_dash},
      kGridColour);
  style.domain_look = line_look(sources,
                                {&AxisSpec::domain_color, &AxisSpec::domain_width,
                                 &AxisSpec::domain_opacity, &AxisSpec::domain_dash},
                                kLineColour);
}

/// Vega-Lite counts a title's angle as written only where it is that of the labels: otherwise
/// `config` goes first.
std::optional<double> title_angle_of(const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->title_angle && layer.spec->label_angle &&
        *layer.spec->title_angle == normalized_angle(*layer.spec->label_angle))
      return layer.spec->title_angle;
  const auto has = [](const AxisSpec& s) { return s.title_angle.has_value(); };
  if (const AxisSpec* spec = sources.configured(has)) return spec->title_angle;
  const AxisSpec* spec = sources.written(has);
  return spec != nullptr ? spec->title_angle : std::nullopt;
}

std::optional<double> written_number(const AxisSources& sources, Number AxisSpec::*member) {
  const AxisSpec* spec =
      sources.written([&](const AxisSpec& s) { return (s.*member).has_value(); });
  return spec != nullptr ? spec->*member : std::nullopt;
}

/// Grid lines are moved back by the axis' offset only where Vega-Lite hands it down: not from
/// config.axis, axisX and axisY.
double grid_offset_of(const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->offset) return *layer.spec->offset;
  return sources.by_type != nullptr ? sources.by_type->offset.value_or(0) : 0;
}

AxisTitleStyle title_style(const AxisSources& sources) {
  AxisTitleStyle title;
  title.align = sources.value(&AxisSpec::title_align, std::string());
  title.anchor = sources.value(&AxisSpec::title_anchor, std::string());
  title.baseline = sources.value(&AxisSpec::title_baseline, std::string());
  title.angle = title_angle_of(sources);
  title.x = written_number(sources, &AxisSpec::title_x);
  title.y = written_number(sources, &AxisSpec::title_y);
  title.padding = sources.value(&AxisSpec::title_padding, 4.0);
  title.limit = sources.value(&AxisSpec::title_limit, 0.0);
  title.font.family = sources.value(&AxisSpec::title_font, std::string());
  title.font.size = sources.value(&AxisSpec::title_font_size, kTitleSize);
  title.font.weight = sources.value(&AxisSpec::title_font_weight, std::string("bold"));
  title.look.fill = paint_of(sources, &AxisSpec::title_color, "#000", "#000");
  title.look.fill_opacity = sources.value(&AxisSpec::title_opacity, 1.0);
  return title;
}

/// `config.axis.title: null` takes away titles that are written nowhere.
bool shows_title(const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.has_title) return true;
  return sources.configured([](const AxisSpec& s) { return s.title_null; }) == nullptr;
}

/// Axes of boxes by category stand over them. `config` counts only where Vega-Lite reads it.
bool in_front(const AxisSources& sources) {
  for (const AxisSource& layer : sources.layers)
    if (layer.spec->zindex) return *layer.spec->zindex > 0;
  if (sources.by_type != nullptr && sources.by_type->zindex) return *sources.by_type->zindex > 0;
  if (sources.configured([](const AxisSpec& s) { return s.zindex.has_value(); }) != nullptr)
    return false;
  const AxisSource& first = sources.layers.front();
  return first.mark == MarkType::rect &&
         (first.type == FieldType::nominal || first.type == FieldType::ordinal);
}

}  // namespace

AxisStyle axis_style(const Plan& plan, bool horizontal, double length) {
  const Scale& scale = horizontal ? plan.x : plan.y;
  const AxisSources sources = axis_sources(plan, horizontal);
  AxisStyle style;
  style.horizontal = horizontal;
  style.side = side_of(sources, horizontal);
  style.grid = sources.value_or_rule(&AxisSpec::grid, [&](const AxisSource& first) {
    return !scale.discrete() && first.has_field;
  });
  style.ticks = sources.value(&AxisSpec::ticks, true);
  style.labels = sources.value(&AxisSpec::labels, true);
  style.domain = sources.value(&AxisSpec::domain, true);
  style.title = shows_title(sources);
  style.in_front = in_front(sources);
  style.offset = sources.value(&AxisSpec::offset, 0.0);
  style.grid_offset = grid_offset_of(sources);
  style.min_extent = sources.value(&AxisSpec::min_extent, 0.0);
  style.max_extent = sources.value(&AxisSpec::max_extent, 200.0);
  style.tick = tick_style(sources, scale, length);
  style.tick.size = style.ticks ? sources.value(&AxisSpec::tick_size, kTickSize) : 0;
  style.label = label_style(sources, scale, horizontal);
  style.heading = title_style(sources);
  set_lines(style, sources);
  return style;
}

}  // namespace yokoten::chart
