#include <algorithm>
#include <cmath>

#include "chart/guide/legend_sources.h"
#include "chart/guide/legend_units.h"
#include "chart/guide/overlap.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr double kStops = 15;  // ticks along a ramp at which Vega takes colours

void set_box(Item& item, bool vertical, double from, double to, double thickness) {
  if (vertical) {
    item.x2 = {0, thickness};
    item.y = std::min(from, to);
    item.y2 = std::max(from, to);
  } else {
    item.x = {0, std::min(from, to)};
    item.x2 = {0, std::max(from, to)};
    item.y2 = thickness;
  }
}

/// Colours at round values; Vega takes a domain without length for one from 0 to 1.
std::vector<GradientStop> stops_of(const Scale& scale) {
  if (has_no_length(scale)) {
    Scale unit = scale;
    if (unit.type == ScaleType::time && unit.colours.size() > 2) unit.colours.resize(2);
    unit.type = ScaleType::linear;
    unit.low = 0;
    unit.high = 1;
    return stops_of(unit);
  }
  std::vector<double> values = tick_values(scale, kStops);
  if (values.empty() || values.front() != scale.low) values.insert(values.begin(), scale.low);
  if (values.back() != scale.high) values.push_back(scale.high);
  std::vector<GradientStop> stops;
  for (const double value : values) stops.push_back({scale.along(value), scale.colour(value)});
  return stops;
}

double opacity_of(const LegendCase& legend) {
  const LegendEncode encode = legend_encode(legend);
  return encode.of_ramp ? encode.opacity.value_or(1) : 1;
}

Mark gradient_mark(const LegendCase& legend) {
  Mark mark;
  mark.role = "legend-gradient";
  Item item;
  set_box(item, legend.vertical, 0, ramp_length(legend), ramp_thickness(legend));
  item.look.stroke = "#ddd";
  item.look.stroke_width = 0;
  item.look.opacity = opacity_of(legend);
  item.gradient = stops_of(legend.color_scale());
  item.horizontal = !legend.vertical;
  mark.items.push_back(std::move(item));
  return mark;
}

/// Vega draws what has no place at 0.
double px_along(const LegendCase& legend, double share) {
  if (std::isnan(share)) return 0;
  return (legend.vertical ? 1 - share : share) * ramp_length(legend);
}

Mark bands_mark(const LegendCase& legend, const std::vector<LegendEntry>& entries) {
  Mark mark;
  mark.role = "legend-band";
  const double opacity = opacity_of(legend);
  for (const LegendEntry& entry : entries) {
    Item item;
    item.look.opacity = opacity;
    const bool placed = !std::isnan(entry.from) && !std::isnan(entry.to);
    set_box(item, legend.vertical, px_along(legend, entry.from),
            px_along(legend, placed ? entry.to : entry.from), ramp_thickness(legend));
    item.look.fill = legend.color_scale().colour(entry.value);
    item.look.stroke = "#ddd";
    item.look.stroke_width = 0;
    mark.items.push_back(std::move(item));
  }
  return mark;
}

/// Labels at the ends of a ramp stay within it.
const char* leaning(double share, const char* low, const char* high, const char* between) {
  return share <= 0 ? low : share >= 1 ? high : between;
}

Mark labels_mark(const LegendCase& legend, const std::vector<LegendEntry>& entries) {
  Mark mark;
  mark.kind = Kind::text;
  mark.role = "legend-label";
  const double beside = ramp_thickness(legend) + legend.spec->label_offset.value_or(2);
  Item label = legend_label(legend);
  label.limit = legend.spec->label_limit.value_or(0);
  for (const LegendEntry& entry : entries) {
    Item item = label;
    item.text = entry.label;
    if (legend.vertical) {
      item.x = {0, beside};
      item.y = px_along(legend, entry.from);
      item.baseline = leaning(entry.from, "bottom", "top", "middle");
    } else {
      item.x = {0, px_along(legend, entry.from)};
      item.y = beside;
      item.align = leaning(entry.from, "left", "right", "center");
      item.baseline = "top";
    }
    mark.items.push_back(std::move(item));
  }
  return mark;
}

void thin_out(Mark& labels, const LegendCase& legend) {
  const ScaleType type = legend.color_scale().type;
  const bool uneven = type == ScaleType::log || type == ScaleType::threshold;
  std::vector<Item*> items;
  for (Item& item : labels.items) items.push_back(&item);
  hide_overlaps(items, uneven ? Overlap::greedy : Overlap::parity, 0, std::nullopt, 0);
}

}  // namespace

std::vector<Mark> ramp_marks(const LegendCase& legend) {
  const std::vector<LegendEntry> entries = legend_entries(legend);
  std::vector<Mark> marks;
  const bool bands = legend.kind == LegendKind::discrete;
  marks.push_back(bands ? bands_mark(legend, entries) : gradient_mark(legend));
  marks.push_back(labels_mark(legend, entries));
  thin_out(marks.back(), legend);
  return marks;
}

}  // namespace yokoten::chart
