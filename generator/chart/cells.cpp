#include <cmath>

#include "chart/classes.h"
#include "chart/marks.h"

namespace yokoten {
namespace {

constexpr double kTypeSize = 14;

// In tiles the stylesheet knows three kinds of text: name, name of three letters, value.
const char* tile_text_class(const LayerSpec& layer, const Json& row) {
  if (layer.mark.bold) return "m v";
  const Json& size = value_of(row, layer.encoding.size);
  const bool small = size.is_number() && size.get<double>() < kTypeSize;
  return small ? "m nm3" : "m nm";
}

std::string_view words_of(const LayerSpec& layer, const Json& row) {
  return layer.encoding.text.from == From::field ? text_of(row, layer.encoding.text.field)
                                                 : std::string_view(layer.encoding.text.value);
}

Across middle(Across from, Across to) {
  return {(from.percent + to.percent) / 2, (from.px + to.px) / 2};
}

// The text stands in the middle of its box and takes its colour from it.
void cell_text(Canvas& canvas, const LayerSpec& layer, const Json& row, Across x, double y,
               const char* classes) {
  const std::string_view words = words_of(layer, row);
  if (words.empty()) return;
  const double base = layer.mark.baseline == Baseline::middle ? 5 : 0;
  Svg& svg = canvas.svg;
  svg.begin("text").attribute("class", classes).place("x", x);
  if (is_mixed(x)) svg.number("dx", x.px);
  svg.number("y", y + layer.mark.dy + base).content().text(words).close("text");
}

void cell_box(Canvas& canvas, const LayerSpec& layer, const Json& row, Across from, Across to,
              Span down) {
  Svg& svg = canvas.svg;
  svg.begin("rect").attribute("class", cell_class(layer.mark, ink_of_row(layer, row)));
  svg.place("x", from).number("y", down.begin);
  svg.place("width", {to.percent - from.percent, to.px - from.px});
  svg.number("height", down.end - down.begin);
  if (layer.mark.corner_radius > 0) svg.number("rx", layer.mark.corner_radius);
  svg.end();
}

void cell(Canvas& canvas, std::size_t layer, std::size_t texts, std::size_t row) {
  const ChartSpec& spec = *canvas.plot.spec;
  const LayerSpec& boxes = spec.layers[layer];
  const auto across = box_across(canvas, layer, row);
  const auto down = box_down(canvas, layer, row);
  if (!across || !down) return;
  const Json& data = (*boxes.rows)[row];
  const bool tile = boxes.mark.corner_radius > 0;
  const bool linked = begin_link(canvas, boxes, data, tile ? "tile" : "");
  if (!linked) canvas.svg.begin("g");
  if (!linked && tile) canvas.svg.attribute("class", "tile");
  if (!linked) canvas.svg.content();
  const Across from = canvas.frame.across(across->begin);
  const Across to = canvas.frame.across(across->end);
  cell_box(canvas, boxes, data, from, to, *down);
  for (std::size_t i = layer + 1; i <= layer + texts; ++i)
    cell_text(canvas, spec.layers[i], data, middle(from, to), (down->begin + down->end) / 2,
              tile ? tile_text_class(spec.layers[i], data) : "m");
  if (!linked) canvas.svg.close("g");
  end_link(canvas, linked);
}

SpecProblem text_problem(std::size_t layer, Message message) {
  return {"/layer/" + std::to_string(layer), std::move(message)};
}

}  // namespace

std::size_t texts_on(const ChartSpec& spec, std::size_t layer) {
  const LayerSpec& boxes = spec.layers[layer];
  if (boxes.mark.type != MarkType::rect || boxes.encoding.y.from != From::field) return 0;
  std::size_t texts = 0;
  for (std::size_t i = layer + 1; i < spec.layers.size(); ++i, ++texts) {
    const LayerSpec& next = spec.layers[i];
    if (next.mark.type != MarkType::text || next.rows != boxes.rows) break;
  }
  return texts;
}

std::optional<SpecProblem> check_cells(const ChartSpec& spec) {
  std::size_t on_boxes = 0;  // texts that still belong to the boxes before them
  for (std::size_t i = 0; i < spec.layers.size(); ++i) {
    const LayerSpec& layer = spec.layers[i];
    if (layer.mark.type != MarkType::text) {
      on_boxes = texts_on(spec, i);
    } else if (on_boxes > 0) {
      --on_boxes;
      if (layer.mark.align != Align::center || layer.mark.dx != 0)
        return text_problem(i, {"箱の上の文字は中央に置きます（align と dx は使えません）",
                                "text on a box stands in its middle: no align and dx"});
    } else if (!layer.encoding.size.empty()) {
      return text_problem(
          i, {"size はタイルの上の文字だけに使えます", "size is for text on tiles only"});
    }
  }
  return std::nullopt;
}

void draw_cells(Canvas& canvas, std::size_t layer, std::size_t texts) {
  const std::size_t rows = canvas.plot.spec->layers[layer].rows->size();
  for (std::size_t row = 0; row < rows; ++row) cell(canvas, layer, texts, row);
}

}  // namespace yokoten
