#pragma once

#include <string>
#include <vector>

#include "chart/guide/legend.h"

namespace yokoten::chart {

/// The marks that have the channel by a scale, in drawing order.
std::vector<SymbolUnit> symbol_units(const Plan& plan, LegendChannel channel);

/// What Vega-Lite says about all symbols (or the ramp) of a legend besides what scales decide.
struct LegendEncode {
  Paint fill, stroke;  ///< "none" for null
  Number opacity, fill_opacity, stroke_opacity, stroke_width;
  Dashes stroke_dash;
  Text stroke_join;
  bool empty = true;
  bool of_ramp = false;
};
LegendEncode legend_encode(const LegendCase& legend);

/// The shape of symbols: the specification's, else that of the marks.
std::string symbol_shape(const LegendCase& legend);

}  // namespace yokoten::chart
