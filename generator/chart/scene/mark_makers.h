#pragma once

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

// One mark of each type, its items in drawing order.

Mark bars(const MarkContext& context);  ///< bar and rect
Mark ticks(const MarkContext& context);
Mark lines(const MarkContext& context);
Mark areas(const MarkContext& context);
Mark points(const MarkContext& context);
Mark texts(const MarkContext& context);
Mark rules(const MarkContext& context);
Mark shapes(const MarkContext& context);

}  // namespace yokoten::chart
