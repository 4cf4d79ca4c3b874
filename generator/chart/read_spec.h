#pragma once

#include <variant>

#include "chart/spec.h"

namespace yokoten {

/// Reads a Vega-Lite specification. Whatever the subset (chart/README.md) does not name is refused
/// with its pointer. The result points into `json`.
std::variant<ChartSpec, SpecProblem> read_spec(const Json& json);

}  // namespace yokoten
