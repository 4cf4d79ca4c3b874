#pragma once

#include "chart/json.h"
#include "model/chart.h"

namespace yokoten {

/// The Vega-Lite specification of a chart. One builder a shape, each in a file of its name; they
/// decide everything: places of texts, margins, colours. The renderer only follows.
Json bars_spec(const ChartRequest& request);
Json columns_spec(const ChartRequest& request);
Json trend_spec(const ChartRequest& request);
Json stack_spec(const ChartRequest& request);
Json tiles_spec(const ChartRequest& request);
Json progress_spec(const ChartRequest& request);
Json strip_spec(const ChartRequest& request);
Json points_spec(const ChartRequest& request);

/// The builder of the request's kind.
Json spec_of(const ChartRequest& request);

}  // namespace yokoten
