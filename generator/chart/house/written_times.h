#pragma once

#include "chart/json.h"
#include "model/chart.h"

namespace yokoten::chart {

/// Puts forms of times, in the language of the page, into axes and texts that say none. All layers
/// share one axis: where one of them says how it writes times, or that there is no axis, the
/// others don't speak up.
void write_times(Json& spec, const ChartWords& words);

/// Whether anything in the specification shows times.
bool shows_times(const Json& spec);

}  // namespace yokoten::chart
