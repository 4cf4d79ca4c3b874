#pragma once

#include <string>

#include "chart/json.h"
#include "model/chart.h"

namespace yokoten::chart {

/// A map of real shapes as a Vega-Lite specification: the areas as GeoJSON features, in an
/// equal-area projection, with the classes of the request's limits.
Json shapes_spec(const ChartRequest& request);

/// The same for a page: one drawing scaled as a whole, without text; classes of the stylesheet
/// (k1 … k5, none, frame), and a link around every area that has one.
std::string shapes_svg(const ChartRequest& request);

}  // namespace yokoten::chart
