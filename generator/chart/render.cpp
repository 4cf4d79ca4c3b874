#include "chart/render.h"

#include <algorithm>

#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/number_text.h"
#include "chart/read_spec.h"

namespace yokoten {
namespace {

constexpr double kTitleRoom = 28, kStandaloneWidth = 640;

// Bars beside an exact gutter are cut at zero (see marks.cpp): what is right of it, what is left.
void append_clips(std::string& out, const Canvas& canvas) {
  const Across zero = canvas.frame.across(std::clamp(canvas.plot.x.share(0), 0.0, 1.0));
  const std::string& name = canvas.plot.spec->name;
  Svg svg(out);
  svg.begin("clipPath").attribute("id", name + "-above").content();
  svg.begin("rect").place("x", zero).attribute("width", "100%").attribute("height", "100%");
  svg.shift(zero).end().close("clipPath");
  if (zero.percent == 0) return;
  svg.begin("clipPath").attribute("id", name + "-below").content();
  svg.begin("rect").percent("width", zero.percent).attribute("height", "100%");
  svg.shift(zero).end().close("clipPath");
}

bool has_links(const ChartSpec& spec) {
  return std::any_of(spec.layers.begin(), spec.layers.end(),
                     [](const LayerSpec& layer) { return !layer.encoding.href.empty(); });
}

void append_opening(std::string& out, const Plot& plot, const Frame& frame, double height,
                    std::string_view css, const RenderOptions& options) {
  Svg svg(out);
  // Grids of tiles have a width of their own; another one scales them.
  const double shown = options.width ? *options.width : frame.width;
  svg.begin("svg");
  if (options.standalone) svg.attribute("xmlns", "http://www.w3.org/2000/svg");
  svg.attribute("class", css);
  if (frame.fluid) {
    svg.attribute("width", "100%");
  } else {
    out += " viewBox=\"0 0";
    for (const double size : {frame.width, height}) append_coordinate(out += ' ', size);
    out += '"';
    svg.number("width", shown);
  }
  // On a page the smaller grid of tiles is as wide as the phone: its height follows.
  if (frame.fluid || options.standalone || plot.spec->narrow_x.empty())
    svg.number("height", frame.fluid ? height : height * shown / frame.width);
  svg.attribute("role", has_links(*plot.spec) ? "group" : "img");
  const ChartSpec& spec = *plot.spec;
  const std::string& said = spec.description.empty() ? spec.title : spec.description;
  if (!said.empty()) svg.attribute("aria-label", said);
  svg.content();
}

void append_title(std::string& out, const std::string& title) {
  Svg(out)
      .begin("text")
      .attribute("class", "b")
      .number("y", 16)
      .content()
      .text(title)
      .close("text");
}

std::string marks_of(Canvas& canvas) {
  std::string body;
  body.reserve(8192);
  Svg svg(body);
  Canvas inner{canvas.plot, canvas.frame, svg};
  draw_axes(inner);
  for (std::size_t layer = 0; layer < canvas.plot.spec->layers.size();)
    layer += draw_layer(inner, layer);
  canvas.needs_clip = inner.needs_clip;
  return body;
}

std::string picture(const Plot& plot, const RenderOptions& options, std::string_view css) {
  std::optional<double> width;
  if (options.width) width = *options.width;
  if (options.standalone && !width) width = kStandaloneWidth;
  Frame frame = make_frame(plot, width);
  const bool titled = options.standalone && !plot.spec->title.empty();
  if (titled) frame.top += kTitleRoom;
  const Legend legend = options.standalone ? legend_of(*plot.spec) : Legend();
  const double height = frame.height() + kLegendLine * static_cast<double>(legend.keys.size());
  std::string out;
  Svg svg(out);
  Canvas canvas{plot, frame, svg};
  const std::string body = marks_of(canvas);
  out.reserve(body.size() + 1024);
  append_opening(out, plot, frame, height, css, options);
  if (options.standalone) out += "<style>" + stylesheet(options.theme) + "</style>";
  if (canvas.needs_clip) append_clips(out, canvas);
  if (titled) append_title(out, plot.spec->title);
  out += body;
  out += legend_svg(legend, frame.height() + 4);
  return out + "</svg>";
}

// --- The second grid of tiles, for phones: other fields for x and y, tiles of 45 and gaps of 2.

constexpr double kNarrowStep = 47, kNarrowGap = 2;

int highest(const ChartSpec& spec, const std::string& field) {
  int most = 1;
  for (const LayerSpec& layer : spec.layers)
    for (const Json& row : *layer.rows) {
      const Json& value = value_of(row, field);
      if (value.is_number()) most = std::max(most, value.get<int>());
    }
  return std::min(most, 100);
}

void use_grid(PositionSpec& position, const std::string& field, const std::vector<Json>& numbers,
              int count) {
  position.field = field;
  position.scale = {};
  position.scale.written = true;
  position.scale.padding_inner = kNarrowGap / kNarrowStep;
  for (int i = 0; i < count; ++i)
    position.scale.domain.push_back(&numbers[static_cast<std::size_t>(i)]);
}

std::variant<std::string, SpecProblem> narrow_picture(ChartSpec spec,
                                                      const RenderOptions& options) {
  const int columns = highest(spec, spec.narrow_x), rows = highest(spec, spec.narrow_y);
  std::vector<Json> numbers;
  for (int i = 1; i <= std::max(columns, rows); ++i) numbers.emplace_back(i);
  spec.width.step = spec.height.step = kNarrowStep;
  for (LayerSpec& layer : spec.layers) {
    use_grid(layer.encoding.x, spec.narrow_x, numbers, columns);
    use_grid(layer.encoding.y, spec.narrow_y, numbers, rows);
  }
  const auto plot = make_plot(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&plot)) return *problem;
  return picture(std::get<Plot>(plot), options, "chart narrow");
}

// What a page shows: a map of tiles in two grids with its classes, or a picture with its keys.
std::variant<std::string, SpecProblem> with_surroundings(const ChartSpec& spec, std::string wide,
                                                         const RenderOptions& options) {
  const Legend legend = legend_of(spec);
  const std::string keys = legend.keys.empty() || !options.keys ? "" : legend_html(legend);
  if (spec.narrow_x.empty()) return wide + keys;
  auto narrow = narrow_picture(spec, options);
  if (std::holds_alternative<SpecProblem>(narrow)) return narrow;
  if (!options.keys) return wide + std::get<std::string>(narrow);
  return "<div class=\"map\">" + keys + wide + std::get<std::string>(narrow) + "</div>";
}

}  // namespace

std::variant<std::string, SpecProblem> render(const Json& json, const RenderOptions& options) {
  const auto read = read_spec(json);
  if (const auto* problem = std::get_if<SpecProblem>(&read)) return *problem;
  const ChartSpec& spec = std::get<ChartSpec>(read);
  if (auto problem = check_cells(spec)) return *problem;
  const auto plot = make_plot(spec);
  if (const auto* problem = std::get_if<SpecProblem>(&plot)) return *problem;
  const bool two_grids = !spec.narrow_x.empty() && !options.standalone;
  std::string wide = picture(std::get<Plot>(plot), options, two_grids ? "chart wide" : "chart");
  if (options.standalone) return wide;
  return with_surroundings(spec, std::move(wide), options);
}

}  // namespace yokoten
