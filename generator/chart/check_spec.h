#pragma once

#include "chart/take.h"

namespace yokoten {

/// What was read property by property must also fit together: a property that would have no effect
/// on its mark, axis or scale is refused rather than ignored. `at` names properties as written.
void check_mark(Reading& reading, const Json& mark, const LayerSpec& layer);
void check_encoding(Reading& reading, const LayerSpec& layer);
void check_sizes(Reading& reading, const ChartSpec& spec);

}  // namespace yokoten
