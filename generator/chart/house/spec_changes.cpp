#include <algorithm>
#include <cmath>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr double kPitch = 36, kTallPitch = 56, kChangeGap = 8, kChangeTicks = 4;
constexpr double kWidestBeside = 170;  // 12 letters; longer names stand above their rows
constexpr double kLabelsApart = 8;     // px, so that letters can be set wider
constexpr double kPointSize = 113;     // area: a radius of 6

struct Changes {
  const ChartRequest& request;
  std::vector<std::string> names;
  Extent extent;
  double name_width = 0;

  bool above() const { return name_width > kWidestBeside; }
};

// Points need no zero: their place is read, not their length.
Extent extent_of(const ChartRequest& request) {
  bool any = false;
  Scale scale;
  scale.type = ScaleType::linear;
  for (const ChartDatum& datum : request.data) {
    if (!has_place(datum)) continue;
    const double low = std::min(*datum.value, datum.across);
    const double high = std::max(*datum.value, datum.across);
    scale.low = any ? std::min(scale.low, low) : low;
    scale.high = any ? std::max(scale.high, high) : high;
    any = true;
  }
  if (scale.low == scale.high) scale.high = scale.low + 1;
  make_nice(scale, kChangeTicks);
  return {scale.low, scale.high};
}

bool is_bold_change(const ChartDatum& datum) { return datum.emphasis == Emphasis::self; }

Changes prepared_changes(const ChartRequest& request) {
  Changes changes{request, {}, extent_of(request)};
  for (const ChartDatum& datum : request.data) {
    changes.names.push_back(datum.name);
    changes.name_width =
        std::max(changes.name_width, label_width(datum.name, is_bold_change(datum)));
  }
  changes.names = distinct_names(std::move(changes.names));
  return changes;
}

Json names_beside(const Changes& changes) {
  if (changes.above()) return nullptr;
  Json bold = Json::array();
  for (std::size_t i = 0; i < changes.names.size(); ++i)
    if (is_bold_change(changes.request.data[i])) bold.push_back(changes.names[i]);
  return name_axis(std::move(bold), changes.name_width + kChangeGap);
}

Json head(const Changes& changes) {
  Json keys = Json::array();
  for (const std::string& name : changes.names) keys.push_back(name);
  Json scale = object();
  if (!keys.empty()) put(scale, "domain", std::move(keys));
  return spec_head(
      changes.request, object("step", number_json(changes.above() ? kTallPitch : kPitch)),
      object(
          "type", "quantitative", "scale",
          object("domain", list(number_json(changes.extent.low), number_json(changes.extent.high))),
          "axis",
          object("title", nullptr, "ticks", false, "domain", false, "tickCount", kChangeTicks,
                 "labelPadding", 4, "labelSeparation", kLabelsApart)),
      object("type", "nominal", "scale", std::move(scale), "axis", names_beside(changes)));
}

Json rows_of(const Changes& changes) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < changes.names.size(); ++i) {
    const ChartDatum& datum = changes.request.data[i];
    if (!has_place(datum)) continue;
    Json row = object("name", changes.names[i], "before", number_json(datum.across), "value",
                      number_json(*datum.value), "label", datum.label);
    put_link(row, datum, changes.request);
    rows.push_back(std::move(row));
  }
  return rows;
}

void add_names_above(Json& layers, const Changes& changes) {
  if (!changes.above()) return;
  for (const bool bold : {false, true}) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < changes.names.size(); ++i)
      if (is_bold_change(changes.request.data[i]) == bold)
        rows.push_back(object("name", changes.names[i]));
    if (rows.empty()) continue;
    Json mark = text_mark("left", bold, Ink::text);
    put(mark, "dy", -20);
    layers.push_back(
        layer_of(std::move(rows), std::move(mark),
                 object("x", pixels(0), "y", field("name"), "text", text_field("name"))));
  }
}

}  // namespace

// The way from before (a ring) to after (a disc), with the change at the right end of the row.
Json changes_spec(const ChartRequest& request) {
  const Changes changes = prepared_changes(request);
  Json spec = head(changes);
  const Json rows = rows_of(changes);
  if (rows.empty()) return spec;
  Json& layers = spec["layer"];
  layers.push_back(
      layer_of(rows, object("type", "rule", "color", colour(Ink::bar), "strokeWidth", 3),
               object("x", field("before"), "x2", object("field", "value"), "y", field("name"))));
  layers.push_back(
      layer_of(rows,
               object("type", "point", "filled", true, "fill", colour(Ink::paper), "stroke",
                      colour(Ink::bar), "strokeWidth", 2, "size", kPointSize),
               object("x", field("before"), "y", field("name"))));
  Json after = object("x", field("value"), "y", field("name"));
  put_links(after, request);
  layers.push_back(
      layer_of(rows,
               object("type", "point", "filled", true, "fill", colour(Ink::self), "stroke",
                      colour(Ink::paper), "strokeWidth", 1, "size", kPointSize),
               std::move(after)));
  add_names_above(layers, changes);
  Json label = text_mark("left", true, Ink::text);
  put(label, "dx", 2 * kChangeGap);
  put(label, "dy", 4);  // in one line with its name
  layers.push_back(layer_of(
      rows, std::move(label),
      object("x", object("value", "width"), "y", field("name"), "text", text_field("label"))));
  return spec;
}

}  // namespace yokoten::chart
