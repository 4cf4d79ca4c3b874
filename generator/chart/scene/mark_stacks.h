#pragma once

#include "chart/scene/mark_span.h"

namespace yokoten::chart {

/// Whether round corners belong to whole stacks of bars and not to each bar: Vega-Lite then cuts
/// each stack out along its outline.
bool rounds_stacks(const MarkContext& context);

/// The bars stack by stack, those at the ends of a stack with its round corners.
Mark round_stacks(const MarkContext& context, const Span& across, const Span& down,
                  const std::vector<double>& corners);

}  // namespace yokoten::chart
