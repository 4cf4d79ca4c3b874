#pragma once

#include <string>

#include "model/chart.h"

namespace yokoten::chart {

/// What is to be seen in a chart, in sentences that a screen reader says: what and where as the
/// page words it, then the highest, the lowest and the nation, or the latest, and the date.
std::string finding_of(const ChartRequest& request);

}  // namespace yokoten::chart
