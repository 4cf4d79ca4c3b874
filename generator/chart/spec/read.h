#pragma once

#include <memory>
#include <variant>

#include "chart/spec/problem.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// Reads a specification of the subset (chart/README.md); anything else is refused. The JSON must
/// outlive what is returned.
std::variant<std::unique_ptr<const Spec>, SpecProblem> read_spec(const Json& json);

}  // namespace yokoten::chart
