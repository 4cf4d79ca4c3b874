#include "chart/marks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/classes.h"
#include "chart/layer.h"

namespace yokoten {
namespace {

constexpr double kPointArea = 64;

// How far below the given height the base of the letters stands.
double base_below(Baseline baseline) {
  switch (baseline) {
    case Baseline::middle:
      return 5;
    case Baseline::top:
      return 12;
    case Baseline::bottom:
      return -3;
    case Baseline::alphabetic:
      break;
  }
  return 0;
}

// --- Rules

void rule_line(const Layer& layer, std::size_t row, Across x1, Across x2, double y1, double y2) {
  Svg& svg = layer.canvas.svg;
  svg.begin("line");
  svg.attribute("class",
                rule_class(layer.spec.mark, ink_of_row(layer.spec, (*layer.spec.rows)[row])));
  svg.place("x1", x1).place("x2", x2).number("y1", y1).number("y2", y2);
  if (x1.px == x2.px) svg.shift(x1);
  svg.end();
}

void level_rule(const Layer& layer, std::size_t row) {
  const auto y = place_down(layer.canvas, layer.encoding.y, layer.columns.y, row);
  const bool whole = layer.encoding.x.from == From::nothing;
  const auto x1 = whole ? layer.canvas.frame.across(0)
                        : place_across(layer.canvas, layer.encoding.x, layer.columns.x, row);
  const auto x2 = whole ? layer.canvas.frame.across(1)
                        : place_across(layer.canvas, layer.encoding.x2, layer.columns.x2, row);
  if (y && x1 && x2) rule_line(layer, row, *x1, *x2, *y, *y);
}

void upright_rule(const Layer& layer, std::size_t row) {
  const Frame& frame = layer.canvas.frame;
  const bool whole = layer.encoding.y.from == From::nothing;
  const auto x = place_across(layer.canvas, layer.encoding.x, layer.columns.x, row);
  const auto y1 =
      whole ? frame.top : place_down(layer.canvas, layer.encoding.y, layer.columns.y, row);
  const auto y2 = whole ? frame.top + frame.plot_height
                        : place_down(layer.canvas, layer.encoding.y2, layer.columns.y2, row);
  if (x && y1 && y2) rule_line(layer, row, *x, *x, *y1, *y2);
}

void rule(const Layer& layer, std::size_t row) {
  const bool level =
      layer.encoding.x.from == From::nothing || layer.encoding.x2.from != From::nothing;
  level ? level_rule(layer, row) : upright_rule(layer, row);
}

// --- Points, texts and lines

void point(const Layer& layer, std::size_t row) {
  const auto x = place_across(layer.canvas, layer.encoding.x, layer.columns.x, row);
  const auto y = place_down(layer.canvas, layer.encoding.y, layer.columns.y, row);
  if (!x || !y) return;
  const Json& data = (*layer.spec.rows)[row];
  const bool linked = begin_link(layer.canvas, layer.spec, data, "");
  const double area = layer.spec.mark.size > 0 ? layer.spec.mark.size : kPointArea;
  Svg& svg = layer.canvas.svg;
  svg.begin("circle").attribute("class",
                                point_class(layer.spec.mark, ink_of_row(layer.spec, data)));
  svg.place("cx", *x).number("cy", *y).number("r", std::sqrt(area / std::numbers::pi));
  svg.shift(*x).end();
  end_link(layer.canvas, linked);
}

void text(const Layer& layer, std::size_t row) {
  const auto x = place_across(layer.canvas, layer.encoding.x, layer.columns.x, row);
  const auto y = place_down(layer.canvas, layer.encoding.y, layer.columns.y, row);
  if (x && y) draw_text(layer.canvas, layer.index, row, *x, *y);
}

// Lines join neighbours in the order of x; a missing value leaves a gap.
void lines(const Layer& layer) {
  std::vector<std::size_t> order(layer.columns.x.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return layer.columns.x[a] < layer.columns.x[b];
  });
  const auto place = [&](std::size_t row) {
    return std::pair(place_across(layer.canvas, layer.encoding.x, layer.columns.x, row),
                     place_down(layer.canvas, layer.encoding.y, layer.columns.y, row));
  };
  for (std::size_t i = 1; i < order.size(); ++i) {
    const auto [x1, y1] = place(order[i - 1]);
    const auto [x2, y2] = place(order[i]);
    if (!x1 || !y1 || !x2 || !y2) continue;
    layer.canvas.svg.begin("line").attribute("class", line_class(layer.spec.mark));
    layer.canvas.svg.place("x1", *x1).number("y1", *y1).place("x2", *x2).number("y2", *y2).end();
  }
}

void draw_rows(const Layer& layer, void (*draw)(const Layer&, std::size_t)) {
  for (std::size_t row = 0; row < layer.spec.rows->size(); ++row) draw(layer, row);
}

void draw_marks(const Layer& layer) {
  switch (layer.spec.mark.type) {
    case MarkType::bar:
    case MarkType::rect:
      return draw_boxes(layer);
    case MarkType::rule:
      return draw_rows(layer, rule);
    case MarkType::text:
      return draw_rows(layer, text);
    case MarkType::line:
      return lines(layer);
    case MarkType::point:
      return draw_rows(layer, point);
  }
}

}  // namespace

bool begin_link(Canvas& canvas, const LayerSpec& layer, const Json& row, const char* name) {
  if (layer.encoding.href.empty()) return false;
  const std::string_view address = text_of(row, layer.encoding.href);
  if (address.empty()) return false;
  canvas.svg.begin("a");
  if (*name != '\0') canvas.svg.attribute("class", name);
  canvas.svg.attribute("href", address);
  if (!layer.encoding.description.empty())
    canvas.svg.attribute("aria-label", text_of(row, layer.encoding.description));
  canvas.svg.content();
  return true;
}

void end_link(Canvas& canvas, bool linked) {
  if (linked) canvas.svg.close("a");
}

void draw_text(Canvas& canvas, std::size_t layer, std::size_t row, Across x, double y) {
  const LayerSpec& spec = canvas.plot.spec->layers[layer];
  const Json& data = (*spec.rows)[row];
  const std::string_view words = spec.encoding.text.from == From::field
                                     ? text_of(data, spec.encoding.text.field)
                                     : std::string_view(spec.encoding.text.value);
  if (words.empty()) return;
  const std::string classes = text_class(spec.mark.align, spec.mark.bold, ink_of_row(spec, data));
  Svg& svg = canvas.svg;
  svg.begin("text");
  if (!classes.empty()) svg.attribute("class", classes);
  x.px += spec.mark.dx;
  svg.place("x", x);
  if (is_mixed(x)) svg.number("dx", x.px);
  svg.number("y", y + spec.mark.dy + base_below(spec.mark.baseline)).content();
  const std::string& strong = canvas.plot.spec->strong;
  const std::string_view tail = strong.empty() ? std::string_view() : text_of(data, strong);
  const bool bold_tail = !tail.empty() && tail.size() < words.size() && words.ends_with(tail);
  svg.text(bold_tail ? words.substr(0, words.size() - tail.size()) : words);
  if (bold_tail) svg.begin("tspan").attribute("class", "b").content().text(tail).close("tspan");
  svg.close("text");
}

std::size_t draw_layer(Canvas& canvas, std::size_t layer) {
  const ChartSpec& spec = *canvas.plot.spec;
  if (const std::size_t texts = texts_on(spec, layer); texts > 0) {
    draw_cells(canvas, layer, texts);
    return texts + 1;
  }
  draw_marks(
      {canvas, layer, spec.layers[layer], canvas.plot.columns[layer], spec.layers[layer].encoding});
  return 1;
}

}  // namespace yokoten
