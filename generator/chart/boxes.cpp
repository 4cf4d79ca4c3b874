#include "chart/classes.h"
#include "chart/layer.h"

namespace yokoten {
namespace {

// Beside an exact gutter a bar from zero is drawn too far back and cut at zero: its
// width is a share of the whole picture, which is more than the same share of the plot.

bool is_cut(const Layer& layer) {
  const Frame& frame = layer.canvas.frame;
  return frame.fluid && frame.exact && frame.left + frame.right > 0 &&
         layer.canvas.plot.x.kind == ScaleKind::linear && layer.encoding.x.from == From::field &&
         layer.encoding.x2.from == From::nothing;
}

bool is_negative(const Layer& layer, std::size_t row) {
  return row < layer.columns.x.size() && layer.columns.x[row] < 0;
}

void box(const Layer& layer, std::size_t row, bool cut) {
  const auto across = box_across(layer.canvas, layer.index, row);
  const auto down = box_down(layer.canvas, layer.index, row);
  if (!across || !down) return;
  const Json& data = (*layer.spec.rows)[row];
  const bool linked = begin_link(layer.canvas, layer.spec, data, "");
  const Across from = layer.canvas.frame.across(across->begin);
  const Across to = layer.canvas.frame.across(across->end);
  Svg& svg = layer.canvas.svg;
  svg.begin("rect").attribute("class", box_class(layer.spec.mark, ink_of_row(layer.spec, data)));
  if (from.percent != 0 || from.px != 0)
    cut ? svg.percent("x", from.percent) : svg.place("x", from);
  svg.number("y", down->begin);
  svg.place("width", {to.percent - from.percent, cut ? 0 : to.px - from.px});
  svg.number("height", down->end - down->begin);
  if (layer.spec.mark.corner_radius > 0) svg.number("rx", layer.spec.mark.corner_radius);
  if (cut) svg.shift({100, is_negative(layer, row) ? from.px : to.px});
  svg.end();
  end_link(layer.canvas, linked);
}

void cut_boxes(const Layer& layer, bool negative) {
  bool open = false;
  Svg& svg = layer.canvas.svg;
  for (std::size_t row = 0; row < layer.spec.rows->size(); ++row) {
    if (is_negative(layer, row) != negative) continue;
    if (!open)
      svg.begin("g").attribute(
          "clip-path", "url(#" + layer.canvas.plot.spec->name + (negative ? "-below)" : "-above)"));
    if (!open) svg.content();
    open = true;
    box(layer, row, true);
  }
  if (open) svg.close("g");
}

}  // namespace

void draw_boxes(const Layer& layer) {
  if (!is_cut(layer)) {
    for (std::size_t row = 0; row < layer.spec.rows->size(); ++row) box(layer, row, false);
    return;
  }
  layer.canvas.needs_clip = true;
  cut_boxes(layer, false);
  cut_boxes(layer, true);
}

}  // namespace yokoten
