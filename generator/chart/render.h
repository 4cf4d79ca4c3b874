#pragma once

#include <optional>
#include <string>
#include <variant>

#include "chart/json.h"
#include "chart/palette.h"
#include "chart/spec.h"

namespace yokoten {

struct RenderOptions {
  std::optional<int> width;   ///< pixels; without it the picture is as wide as its container
  Theme theme = Theme::both;  ///< colours of a stand-alone picture
  bool standalone = false;    ///< a file of its own: with namespace, colours, title and legend
  bool keys = true;           ///< false: the page writes the legend and the box around both grids
};

/// Draws a Vega-Lite specification of the subset (chart/README.md) as SVG. Charts with a second,
/// narrow grid or a legend become HTML around SVG unless they stand alone.
std::variant<std::string, SpecProblem> render(const Json& spec, const RenderOptions& options = {});

}  // namespace yokoten
