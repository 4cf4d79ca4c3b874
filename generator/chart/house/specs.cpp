#include "chart/house/specs.h"

#include "chart/house/shapes.h"
#include "chart/house/spec_parts.h"

namespace yokoten::chart {
namespace {

Json built(const ChartRequest& request, bool narrow) {
  switch (request.kind) {
    case ChartKind::bars:
      return bars_spec(request);
    case ChartKind::columns:
      return columns_spec(request);
    case ChartKind::trend:
      return trend_spec(request);
    case ChartKind::stack:
      return stack_spec(request);
    case ChartKind::shapes:
      return shapes_spec(request);
    case ChartKind::tiles:
      return tiles_spec(request, narrow);
    case ChartKind::progress:
      return progress_spec(request);
    case ChartKind::strip:
      return strip_spec(request);
    case ChartKind::points:
      return points_spec(request);
    case ChartKind::changes:
      return changes_spec(request);
    case ChartKind::spread:
      return spread_spec(request);
    case ChartKind::written: {
      JsonMistake mistake;
      return written_spec(request, mistake);
    }
  }
  return bars_spec(request);
}

// A chart without data says so. Vega-Lite knows no chart without a mark, and no height of so many
// pixels a category without categories.
void say_empty(Json& spec, const ChartRequest& request) {
  constexpr double kHeight = 24;
  spec["width"] = "container";
  spec["height"] = kHeight;
  spec["layer"].push_back(
      layer_of(list(object("label", request.words.no_value)), text_mark("left", false, Ink::soft),
               object("x", pixels(0), "y", pixels(16), "text", text_field("label"))));
}

}  // namespace

Json spec_of(const ChartRequest& request, bool narrow) {
  Json spec = built(request, narrow);
  if (request.kind != ChartKind::written && spec["layer"].empty()) say_empty(spec, request);
  return spec;
}

}  // namespace yokoten::chart
