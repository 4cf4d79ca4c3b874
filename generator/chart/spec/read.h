#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "chart/spec/problem.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// Reads a specification of the subset (chart/README.md); anything else is refused. The JSON must
/// outlive what is returned. `config`: what its own has said before, when it was read by itself.
std::variant<std::unique_ptr<const Spec>, SpecProblem> read_spec(const Json& json,
                                                                 const Config* config = nullptr);

/// What stands in `config`, for many specifications that have the same; none where it is refused.
std::optional<Config> read_config(const Json& json);

}  // namespace yokoten::chart
