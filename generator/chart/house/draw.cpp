#include "chart/house/draw.h"

#include "chart/house/legend.h"
#include "chart/house/shapes.h"
#include "chart/house/spec_parts.h"
#include "chart/house/spec_text.h"
#include "chart/house/specs.h"
#include "chart/house/written_table.h"
#include "chart/picture.h"

namespace yokoten::chart {
namespace {

constexpr double file_width = 720;

std::string with_class(std::string svg, std::string_view name) {
  constexpr std::string_view kBefore = "<svg class=\"chart";
  return svg.starts_with(kBefore) ? svg.insert(kBefore.size(), " " + std::string(name)) : svg;
}

std::string narrow_tiles(const ChartRequest& request) {
  const Json spec = spec_of(request, true);
  const auto read = planned_picture(spec, house_look());
  const auto* planned = std::get_if<PlannedPicture>(&read);
  return planned ? with_class(fluid_picture(*planned).svg, "narrow") : std::string();
}

Drawing refused(DrawingProblem problem) {
  return {.svg = {}, .spec = {}, .file = {}, .problem = std::move(problem)};
}

// Of a written specification only one that fills its container needs a width.
Drawing drawn_as_written(const ChartRequest& request) {
  JsonMistake mistake;
  const Json spec = written_spec(request, mistake);
  if (mistake.kind == JsonMistake::Kind::depth)
    return refused({{}, {"かっこの入れ子が深すぎます", "its brackets nest too deep"}});
  const auto read = planned_picture(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&read))
    return refused({problem->pointer, problem->message});
  const auto& planned = std::get<PlannedPicture>(read);
  Picture picture = fluid_picture(planned);
  Drawing drawing;
  drawing.svg = std::move(picture.svg) + picture.legends;
  drawing.table = written_table(planned, request);
  if (request.take_spec) drawing.spec = spec_text(spec);
  const Json* width = spec.find("width");
  const bool fills = width != nullptr && *width == "container";
  if (request.take_away)
    drawing.file =
        fixed_picture(planned, fills ? std::optional(file_width) : std::nullopt, Theme::both);
  return drawing;
}

Drawing drawn(const ChartRequest& request, const PlannedPicture& planned) {
  const bool shapes = request.kind == ChartKind::shapes;
  Picture picture =
      shapes ? Picture{shapes_svg(request), legends(planned)} : fluid_picture(planned);
  Drawing drawing;
  if (request.kind == ChartKind::tiles)
    drawing.svg = with_class(std::move(picture.svg), "wide") + narrow_tiles(request);
  else
    drawing.svg = std::move(picture.svg);
  if (!request.own_legend) drawing.svg += picture.legends;
  if (request.take_away) drawing.file = fixed_picture(planned, file_width, Theme::both);
  return drawing;
}

}  // namespace

Drawing draw(const ChartRequest& request) {
  if (request.kind == ChartKind::written) return drawn_as_written(request);
  const Json spec = spec_of(request);
  Drawing drawing;
  // A refusal of our own specification would be a defect of a builder; the tests draw every shape.
  if (const auto read = planned_picture(spec, house_look());
      const auto* planned = std::get_if<PlannedPicture>(&read))
    drawing = drawn(request, *planned);
  // Coordinates one a line would make a map five times as long.
  if (request.take_spec) drawing.spec = spec_text(spec, request.kind == ChartKind::shapes);
  return drawing;
}

}  // namespace yokoten::chart
