#pragma once

#include "chart/guide/axis_style.h"
#include "chart/guide/axis_ticks.h"

namespace yokoten::chart {

/// The labels of an axis; those that overlap or stand out too far are hidden.
Mark axis_labels(const AxisStyle& style, const Scale& scale, const AxisRuler& ruler,
                 const std::vector<AxisTick>& ticks);

}  // namespace yokoten::chart
