#include "chart/picture.h"

#include "chart/house/legend.h"
#include "chart/scene/compose.h"
#include "chart/spec/read.h"

namespace yokoten::chart {

std::variant<PlannedPicture, SpecProblem> planned_picture(const Json& json, const Config* config) {
  auto read = read_spec(json, config);
  if (auto* problem = std::get_if<SpecProblem>(&read)) return std::move(*problem);
  auto& spec = std::get<std::unique_ptr<const Spec>>(read);
  auto made = make_plan(*spec);
  if (auto* problem = std::get_if<SpecProblem>(&made)) return std::move(*problem);
  return PlannedPicture{std::move(spec), std::move(std::get<Plan>(made))};
}

Picture fluid_picture(const PlannedPicture& planned) {
  const Scene scene = compose(planned.plan, std::nullopt, true);
  return {fluid_svg(planned.plan, scene), legend_html(scene)};
}

std::variant<Picture, SpecProblem> fluid_picture(const Json& spec) {
  const auto planned = planned_picture(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&planned)) return *problem;
  return fluid_picture(std::get<PlannedPicture>(planned));
}

std::string legends(const PlannedPicture& planned) {
  return legend_html(compose(planned.plan, std::nullopt, true));
}

std::string fixed_picture(const PlannedPicture& planned, std::optional<double> width, Theme theme) {
  return fixed_svg(planned.plan, compose(planned.plan, width), theme);
}

std::variant<std::string, SpecProblem> fixed_picture(const Json& spec, std::optional<double> width,
                                                     Theme theme) {
  const auto planned = planned_picture(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&planned)) return *problem;
  return fixed_picture(std::get<PlannedPicture>(planned), width, theme);
}

}  // namespace yokoten::chart
