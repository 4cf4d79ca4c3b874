#pragma once

#include "model/chart.h"

namespace yokoten::chart {

/// The picture of a request and the specification behind it. Never fails: a request that cannot be
/// drawn (no data) is a picture that says so.
Drawing draw(const ChartRequest& request);

}  // namespace yokoten::chart
