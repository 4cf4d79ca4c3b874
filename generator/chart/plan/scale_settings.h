#pragma once

#include "chart/plan/said.h"
#include "chart/plan/work.h"

namespace yokoten::chart {

/// The properties of a scale that all its layers together leave, with Vega-Lite's defaults.
struct ScaleSettings {
  Said<bool> reverse, clamp, zero;
  Said<double> nice;  ///< about how many ticks; 0 for none
  Said<double> base, low, high, padding, inner, outer;
};

ScaleSettings settings_of(const Work& work, Channel channel);

}  // namespace yokoten::chart
