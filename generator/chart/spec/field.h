#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// The steps of a field's name as Vega reads them: `a.b`, `a['b']`, `a[0]`, `a\.b`. nullopt where
/// brackets or quotes stay open or nothing is named.
std::optional<std::vector<std::string>> field_steps(std::string_view name);

void take_field(Reading& reading, const Json& json, Field& into);

}  // namespace yokoten::chart
