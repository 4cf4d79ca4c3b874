#include "chart/picture.h"

#include "chart/house/legend.h"
#include "chart/scene/compose.h"
#include "chart/spec/read.h"

namespace yokoten::chart {

std::variant<Picture, SpecProblem> fluid_picture(const Json& json) {
  const auto read = read_spec(json);
  if (const auto* problem = std::get_if<SpecProblem>(&read)) return *problem;
  const auto made = make_plan(std::get<Spec>(read));
  if (const auto* problem = std::get_if<SpecProblem>(&made)) return *problem;
  const Plan& plan = std::get<Plan>(made);
  const Scene scene = compose(plan, std::nullopt, true);
  return Picture{fluid_svg(plan, scene), legend_html(scene)};
}

std::variant<std::string, SpecProblem> fixed_picture(const Json& json, std::optional<double> width,
                                                     Theme theme) {
  const auto read = read_spec(json);
  if (const auto* problem = std::get_if<SpecProblem>(&read)) return *problem;
  const auto made = make_plan(std::get<Spec>(read));
  if (const auto* problem = std::get_if<SpecProblem>(&made)) return *problem;
  const Plan& plan = std::get<Plan>(made);
  return fixed_svg(plan, compose(plan, width), theme);
}

}  // namespace yokoten::chart
