#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "chart/json.h"
#include "chart/plan/plan.h"
#include "chart/spec/problem.h"
#include "chart/svg/write.h"

namespace yokoten::chart {

/// A picture for a page and the lists that explain its colours.
struct Picture {
  std::string svg;
  std::string legends;  ///< HTML, "" for none
};

/// A Vega-Lite specification of the subset, read and planned: several pictures are drawn from it.
struct PlannedPicture {
  std::unique_ptr<const Spec> spec;
  Plan plan;  ///< points into `spec`
};

/// `spec` must outlive what is planned. `config`: as in read_spec.
std::variant<PlannedPicture, SpecProblem> planned_picture(const Json& spec,
                                                          const Config* config = nullptr);

/// Draws it for a page: as wide as its column.
Picture fluid_picture(const PlannedPicture& planned);
std::variant<Picture, SpecProblem> fluid_picture(const Json& spec);

/// Its legends alone.
std::string legends(const PlannedPicture& planned);

/// Draws it as an SVG file of its own, as Vega would. `width` stands for the specification's width:
/// that of the plot, or that of the whole picture where it says "container".
std::string fixed_picture(const PlannedPicture& planned, std::optional<double> width, Theme theme);
std::variant<std::string, SpecProblem> fixed_picture(const Json& spec, std::optional<double> width,
                                                     Theme theme);

}  // namespace yokoten::chart
