#include "chart/draw.h"

#include "chart/render.h"
#include "chart/specs.h"

namespace yokoten {

Drawing draw(const ChartRequest& request) {
  const Json spec = spec_of(request);
  RenderOptions options;
  options.keys = !request.own_legend;
  auto svg = render(spec, options);
  Drawing drawing;
  // A refusal of our own specification would be a defect of a builder; the tests draw every shape.
  if (auto* picture = std::get_if<std::string>(&svg)) drawing.svg = std::move(*picture);
  drawing.spec = spec.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  return drawing;
}

}  // namespace yokoten
