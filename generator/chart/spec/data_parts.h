#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// `data`: values written here, or the name of one of `datasets` (null where there are none).
void take_data(Reading& reading, const Json& json, const Json* datasets, DataSpec& data);

void take_projection(Reading& reading, const Json& json, ProjectionSpec& projection);

}  // namespace yokoten::chart
