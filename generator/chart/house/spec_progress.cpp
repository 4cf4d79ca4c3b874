#include <algorithm>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

// A card is at least this wide inside; labels are anchored for it.
constexpr double kProgressCard = 210, kProgressPlot = 24, kProgressBottom = 22;

Json block(double from, double to, Ink ink) {
  return layer_of(list(object("from", number_json(from), "to", number_json(to))),
                  object("type", "rect", "color", colour(ink)),
                  object("x", field("from"), "x2", field("to"), "y", pixels(6), "y2", pixels(18)));
}

// The words stand under the tick, or lean on the end of the bar that they would leave.
Json words_place(const char* align) {
  if (align == std::string_view("left")) return pixels(0);
  return align == std::string_view("right") ? object("value", "width") : field("value");
}

void add_target(Json& layers, const ReferenceLine& line, double maximum) {
  const Json rows = list(object("value", number_json(line.value), "label", line.label));
  layers.push_back(
      layer_of(rows, object("type", "rule", "color", colour(Ink::text), "strokeWidth", 2),
               object("x", field("value"), "y", pixels(0), "y2", pixels(kProgressPlot))));
  const double at = std::clamp(line.value / maximum, 0.0, 1.0) * kProgressCard;
  const char* align = leaning(at, label_width(line.label), kProgressCard);
  layers.push_back(
      layer_of(rows, text_mark(align, false, Ink::text),
               object("x", words_place(align), "y", pixels(42), "text", text_field("label"))));
}

}  // namespace

Json progress_spec(const ChartRequest& request) {
  const double maximum = request.maximum && *request.maximum > 0 && value_extent(request).high > 0
                             ? std::min(*request.maximum, value_extent(request).high)
                             : value_extent(request).high;
  Json spec = spec_head(
      request, kProgressPlot,
      object("type", "quantitative", "scale",
             object("domain", list(0, number_json(maximum)), "clamp", true), "axis", nullptr),
      object());
  Json& layers = spec["layer"];
  layers.push_back(block(0, maximum, Ink::track));
  if (!request.data.empty())
    if (const auto value = value_of(request.data.front()))
      layers.push_back(block(0, *value, ink_of(request.data.front().emphasis)));
  const auto lines = drawable_lines(request);
  if (!lines.empty()) add_target(layers, lines.front(), maximum);
  return spec;
}

}  // namespace yokoten::chart
