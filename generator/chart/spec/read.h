#pragma once

#include <variant>

#include "chart/spec/problem.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// Reads a specification of the subset (chart/README.md); anything else is refused. The JSON must
/// outlive what is returned.
std::variant<Spec, SpecProblem> read_spec(const Json& json);

}  // namespace yokoten::chart
