#pragma once

#include "chart/picture.h"
#include "model/chart.h"

namespace yokoten::chart {

/// The rows of the data that a written specification draws, in the fields of its channels: what
/// the table beside the picture says. Fields that only sort or decide a condition are not in it.
DrawnTable written_table(const PlannedPicture& planned, const ChartRequest& request);

}  // namespace yokoten::chart
