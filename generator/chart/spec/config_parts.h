#pragma once

#include "chart/spec/config.h"
#include "chart/spec/reading.h"

namespace yokoten::chart {

void take_config(Reading& reading, const Json& json, Config& config);

}  // namespace yokoten::chart
