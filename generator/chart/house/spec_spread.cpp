#include <algorithm>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

constexpr double kSpreadPlot = 188,
                 kAbove = 44;         // room for a line's words and for counts on the bars
constexpr std::size_t kCrowded = 12;  // more bars have no room for their counts

struct SpreadChart {
  const ChartRequest& request;
  Extent across;
  double highest = 1;
};

SpreadChart measured_spread(const ChartRequest& request) {
  SpreadChart chart{request, {0, 1}};
  if (!request.data.empty())
    chart.across = {request.data.front().across, request.data.back().across_end};
  for (const ReferenceLine& line : drawable_lines(request)) {
    chart.across.low = std::min(chart.across.low, line.value);
    chart.across.high = std::max(chart.across.high, line.value);
  }
  if (chart.across.low == chart.across.high) chart.across.high += 1;
  for (const ChartDatum& datum : request.data)
    chart.highest = std::max(chart.highest, value_of(datum).value_or(0));
  return chart;
}

Json head(const SpreadChart& chart) {
  Json limits = Json::array();
  for (const double limit : chart.request.limits) limits.push_back(number_json(limit));
  Json axis = object(
      "title", chart.request.across_title.empty() ? Json() : Json(chart.request.across_title));
  put_all(axis, "titleAnchor", "end", "grid", false, "ticks", false, "labelPadding", 4);
  if (!limits.empty()) put(axis, "values", std::move(limits));
  const double top = chart.highest * kSpreadPlot / (kSpreadPlot - kAbove);
  return spec_head(
      chart.request, kSpreadPlot,
      object("type", "quantitative", "scale",
             object("domain", list(number_json(chart.across.low), number_json(chart.across.high))),
             "axis", std::move(axis)),
      object("type", "quantitative", "scale", object("domain", list(0, number_json(top))), "axis",
             nullptr));
}

Json row_of(const SpreadChart& chart, const ChartDatum& datum) {
  Json row = object("name", datum.name, "from", number_json(datum.across), "to",
                    number_json(datum.across_end), "middle",
                    number_json((datum.across + datum.across_end) / 2), "count",
                    number_json(*value_of(datum)), "none", 0, "label", datum.label);
  put_link(row, datum, chart.request);
  return row;
}

void add_bars(Json& layers, const SpreadChart& chart, bool own) {
  Json rows = Json::array();
  for (const ChartDatum& datum : chart.request.data)
    if (value_of(datum).value_or(0) > 0 && (datum.emphasis == Emphasis::self) == own)
      rows.push_back(row_of(chart, datum));
  if (rows.empty()) return;
  Json encoding =
      object("x", field("from"), "x2", field("to"), "y", field("count"), "y2", field("none"));
  put_links(encoding, chart.request);
  layers.push_back(layer_of(std::move(rows),
                            object("type", "rect", "fill", colour(own ? Ink::self : Ink::bar),
                                   "stroke", colour(Ink::paper), "strokeWidth", 1),
                            std::move(encoding)));
}

// Counts over the bars, and the name of the own area over its count.
void add_words(Json& layers, const SpreadChart& chart) {
  for (const ChartDatum& datum : chart.request.data) {
    const bool own = datum.emphasis == Emphasis::self;
    if (value_of(datum).value_or(0) == 0 || (!own && chart.request.data.size() > kCrowded))
      continue;
    const auto add = [&](const std::string& text, double above) {
      Json row = row_of(chart, datum);
      put(row, "text", text);
      const double width = label_width(text, own);
      const double share = ((datum.across + datum.across_end) / 2 - chart.across.low) /
                           (chart.across.high - chart.across.low);
      Json mark = text_mark(leaning(share * kNarrowest, width, kNarrowest), own, Ink::text);
      put(mark, "dy", -above);
      layers.push_back(
          layer_of(list(std::move(row)), std::move(mark),
                   object("x", field("middle"), "y", field("count"), "text", text_field("text"))));
    };
    add(datum.label, 5);
    if (own) add(datum.full_name, 21);
  }
}

void add_lines(Json& layers, const SpreadChart& chart) {
  for (const ReferenceLine& line : drawable_lines(chart.request)) {
    const Json rows = list(object("value", number_json(line.value), "label", line.label));
    layers.push_back(
        layer_of(rows, dashed_rule(),
                 object("x", field("value"), "y", pixels(14), "y2", pixels(kSpreadPlot))));
    const double share = (line.value - chart.across.low) / (chart.across.high - chart.across.low);
    Json mark = text_mark(leaning(share * kNarrowest, label_width(line.label), kNarrowest), false,
                          Ink::text);
    layers.push_back(
        layer_of(rows, std::move(mark),
                 object("x", field("value"), "y", pixels(9), "text", text_field("label"))));
  }
}

}  // namespace

Json spread_spec(const ChartRequest& request) {
  const SpreadChart chart = measured_spread(request);
  Json spec = head(chart);
  Json& layers = spec["layer"];
  add_bars(layers, chart, false);
  add_bars(layers, chart, true);
  add_words(layers, chart);
  add_lines(layers, chart);
  return spec;
}

}  // namespace yokoten::chart
