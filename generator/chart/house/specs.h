#pragma once

#include "chart/json.h"
#include "model/chart.h"

namespace yokoten::chart {

/// The Vega-Lite specification of a chart. One builder a shape, each in a file of its name; they
/// decide where texts stand and which colours marks have; the renderer only follows.
Json bars_spec(const ChartRequest& request);
Json columns_spec(const ChartRequest& request);
Json trend_spec(const ChartRequest& request);
Json stack_spec(const ChartRequest& request);
Json tiles_spec(const ChartRequest& request, bool narrow);
Json progress_spec(const ChartRequest& request);
Json strip_spec(const ChartRequest& request);
Json points_spec(const ChartRequest& request);
Json changes_spec(const ChartRequest& request);
Json spread_spec(const ChartRequest& request);

/// The publication's own specification with the house's look, and with title and description where
/// it has none. Null where its text is no JSON object; `mistake` says why.
Json written_spec(const ChartRequest& request, JsonMistake& mistake);

/// The specification by the builder of the request's kind; `narrow`: the tile map in its small
/// grid.
Json spec_of(const ChartRequest& request, bool narrow = false);

}  // namespace yokoten::chart
