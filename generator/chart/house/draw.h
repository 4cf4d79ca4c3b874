#pragma once

#include "model/chart.h"

namespace yokoten::chart {

/// The picture of a request and the specification behind it. Never fails: a request that cannot be
/// drawn (no data) is a picture that says so; a written specification outside the subset is a
/// drawing with a problem.
Drawing draw(const ChartRequest& request);

}  // namespace yokoten::chart
