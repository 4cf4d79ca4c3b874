#include "chart/house/draw.h"

#include "chart/house/legend.h"
#include "chart/house/shapes.h"
#include "chart/house/spec_text.h"
#include "chart/house/specs.h"
#include "chart/picture.h"

namespace yokoten::chart {
namespace {

// A refusal of our own specification would be a defect of a builder; the tests draw every shape.
Picture drawn(const Json& spec) {
  auto picture = fluid_picture(spec);
  auto* good = std::get_if<Picture>(&picture);
  return good ? std::move(*good) : Picture();
}

std::string with_class(std::string svg, std::string_view name) {
  constexpr std::string_view kBefore = "<svg class=\"chart";
  return svg.starts_with(kBefore) ? svg.insert(kBefore.size(), " " + std::string(name)) : svg;
}

// Of a written specification only one that fills its container needs a width.
Drawing drawn_as_written(const ChartRequest& request, double file_width) {
  const Json spec = written_spec(request);
  auto picture = fluid_picture(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&picture))
    return {.svg = {}, .spec = {}, .file = {}, .problem = {{problem->pointer, problem->message}}};
  Picture& good = std::get<Picture>(picture);
  Drawing drawing;
  drawing.svg = std::move(good.svg) + good.legends;
  if (request.take_spec) drawing.spec = spec_text(spec);
  const bool fills = spec.contains("width") && spec["width"] == "container";
  if (!request.take_away) return drawing;
  auto file = fixed_picture(spec, fills ? std::optional(file_width) : std::nullopt, Theme::both);
  if (auto* made = std::get_if<std::string>(&file)) drawing.file = std::move(*made);
  return drawing;
}

}  // namespace

Drawing draw(const ChartRequest& request) {
  constexpr double kFileWidth = 720;
  if (request.kind == ChartKind::written) return drawn_as_written(request, kFileWidth);
  const Json spec = spec_of(request);
  Picture picture = drawn(spec);
  if (request.kind == ChartKind::shapes) picture.svg = shapes_svg(request);
  Drawing drawing;
  if (request.kind == ChartKind::tiles)
    drawing.svg = with_class(std::move(picture.svg), "wide") +
                  with_class(drawn(spec_of(request, true)).svg, "narrow");
  else
    drawing.svg = std::move(picture.svg);
  if (!request.own_legend) drawing.svg += picture.legends;
  if (request.take_away) {
    auto file = fixed_picture(spec, kFileWidth, Theme::both);
    if (auto* good = std::get_if<std::string>(&file)) drawing.file = std::move(*good);
  }
  if (!request.take_spec) return drawing;
  // Coordinates one a line would make a map five times as long.
  drawing.spec = spec_text(spec, request.kind == ChartKind::shapes);
  return drawing;
}

}  // namespace yokoten::chart
