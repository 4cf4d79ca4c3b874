#include <algorithm>
#include <cmath>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr double kPointPlot = 210, kPointTop = 30, kPointGap = 8, kBigRadius = 8;
constexpr double kPointTicks = 4;

struct Points {
  const ChartRequest& request;
  std::vector<ReferenceLine> lines;
  Extent across, values;
};

// Numbers of places begin at zero, the measured value where its data begin.
void measure(Points& points) {
  bool any = false;
  for (const ChartDatum& datum : points.request.data) {
    if (!has_place(datum)) continue;
    const double value = *datum.value;
    points.values =
        any ? Extent{std::min(points.values.low, value), std::max(points.values.high, value)}
            : Extent{value, value};
    points.across = {std::min(points.across.low, datum.across),
                     std::max(points.across.high, datum.across)};
    any = true;
  }
  for (const ReferenceLine& line : points.lines)
    points.values = {std::min(points.values.low, line.value),
                     std::max(points.values.high, line.value)};
}

Extent with_extent(Extent extent) {
  if (extent.low == extent.high)
    extent = extent.low == 0 ? Extent{0, 1}
                             : Extent{std::min(0.0, extent.low), std::max(0.0, extent.high)};
  Scale scale;
  scale.type = ScaleType::linear;
  scale.low = extent.low, scale.high = extent.high;
  make_nice(scale, kPointTicks);
  return {scale.low, scale.high};
}

Points prepared_points(const ChartRequest& request) {
  Points points{request, drawable_lines(request), {0, 0}, {0, 0}};
  measure(points);
  points.across = with_extent(points.across);
  points.values = with_extent(points.values);
  if (request.maximum && std::isfinite(*request.maximum))
    points.values.high = std::max(*request.maximum, points.values.low + 1e-9);
  return points;
}

Json value_axis(const Points& points) {
  Json axis = object("title", nullptr, "domain", false, "ticks", false, "tickCount", kPointTicks,
                     "labelPadding", kPointGap);
  if (points.request.unit == "%") put(axis, "labelExpr", "datum.label + '%'");
  return axis;
}

Json across_axis(const Points& points) {
  Json axis = object();
  put(axis, "title",
      points.request.across_title.empty() ? Json() : Json(points.request.across_title));
  put_all(axis, "titleAnchor", "end", "grid", false, "ticks", false, "tickCount", kPointTicks,
          "labelPadding", 4);
  return axis;
}

Json head(const Points& points) {
  const auto domain = [](Extent extent) {
    return object("domain", list(number_json(extent.low), number_json(extent.high)));
  };
  return spec_head(
      points.request, kPointPlot,
      object("type", "quantitative", "scale", domain(points.across), "axis", across_axis(points)),
      object("type", "quantitative", "scale", domain(points.values), "axis", value_axis(points)));
}

Json row_of(const Points& points, const ChartDatum& datum) {
  Json row = object("name", datum.name, "across", number_json(datum.across), "value",
                    number_json(*datum.value), "label", datum.label);
  put_link(row, datum, points.request);
  return row;
}

Json at_point() { return object("x", field("across"), "y", field("value")); }

void add_circles(Json& layers, const Points& points, bool own) {
  Json rows = Json::array();
  for (const ChartDatum& datum : points.request.data)
    if (has_place(datum) && (datum.emphasis == Emphasis::self) == own)
      rows.push_back(row_of(points, datum));
  if (rows.empty()) return;
  Json encoding = at_point();
  put_links(encoding, points.request);
  Json mark = own ? object("type", "point", "filled", true, "fill", colour(Ink::self), "stroke",
                           colour(Ink::paper), "strokeWidth", 2, "size", 201)
                  : object("type", "point", "filled", true, "fill", colour(Ink::bar), "fillOpacity",
                           0.45, "stroke", colour(Ink::bar), "strokeWidth", 1, "size", 64);
  layers.push_back(layer_of(std::move(rows), std::move(mark), std::move(encoding)));
}

// A name stands right of its point, left of it in the right half.
void add_name(Json& layers, const Points& points, const ChartDatum& datum) {
  const bool own = datum.emphasis == Emphasis::self;
  const double share =
      (datum.across - points.across.low) / (points.across.high - points.across.low);
  const bool left = share > 0.5;
  const double away = own ? kBigRadius + 6 : 10;
  Json mark = object("type", "text", "align", left ? "right" : "left", "dx",
                     number_json(left ? -away : away));
  if (own) put(mark, "fontWeight", "bold");
  put(mark, "color", colour(Ink::text));
  Json row = row_of(points, datum);
  put(row, "text", datum.name + ' ' + datum.label);
  Json encoding = at_point();
  put(encoding, "text", text_field("text"));
  layers.push_back(layer_of(list(std::move(row)), std::move(mark), std::move(encoding)));
}

void add_names(Json& layers, const Points& points) {
  for (const ChartDatum& datum : points.request.data)
    if (has_place(datum) && datum.emphasis != Emphasis::plain) add_name(layers, points, datum);
}

void add_lines(Json& layers, const Points& points) {
  for (const ReferenceLine& line : points.lines) {
    const Json rows = list(object("value", number_json(line.value), "label", line.label));
    layers.push_back(
        layer_of(rows, dashed_rule(),
                 object("x", pixels(0), "x2", object("value", "width"), "y", field("value"))));
    Json mark = text_mark("right", false, Ink::text);
    put(mark, "dy", -6);
    layers.push_back(layer_of(
        rows, std::move(mark),
        object("x", object("value", "width"), "y", field("value"), "text", text_field("label"))));
  }
}

}  // namespace

Json points_spec(const ChartRequest& request) {
  const Points points = prepared_points(request);
  Json spec = head(points);
  Json& layers = spec["layer"];
  add_lines(layers, points);
  add_circles(layers, points, false);
  add_circles(layers, points, true);
  add_names(layers, points);
  return spec;
}

}  // namespace yokoten::chart
