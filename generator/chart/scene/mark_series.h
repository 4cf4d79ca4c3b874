#pragma once

#include <vector>

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

/// Which rows do not break a line or area: those that are drawn, and those that fill a gap.
std::vector<char> unbroken_rows(const MarkContext& context);

/// The series of a line over an area, where they are not those of the area: `order` does not tell
/// lines apart, and without x2 and y2 a line may run another way. Empty where they are the same.
std::vector<std::vector<Row>> regrouped_series(const MarkContext& context);

}  // namespace yokoten::chart
