#include <algorithm>
#include <limits>

#include "chart/classes.h"
#include "chart/marks.h"
#include "chart/text_width.h"

namespace yokoten {
namespace {

constexpr double kTypeSize = 14, kTick = 5, kLabelGap = 3, kAscent = 14, kHalfLine = 5;

// How wide the picture is at least: what labels are kept apart for.
double least_width(const Frame& frame) { return frame.fluid ? kNarrowest : frame.width; }

double at_least_width(const Frame& frame, Across at) {
  return at.percent / 100 * least_width(frame) + at.px;
}

void line(Canvas& canvas, std::string_view name, Across x1, Across x2, double y1, double y2) {
  canvas.svg.begin("line").attribute("class", name).place("x1", x1).place("x2", x2);
  canvas.svg.number("y1", y1).number("y2", y2);
  if (is_mixed(x1) && x1.px == x2.px) canvas.svg.shift(x1);
  canvas.svg.end();
}

void label(Canvas& canvas, Across x, double y, std::string_view classes, std::string_view text) {
  canvas.svg.begin("text");
  if (!classes.empty()) canvas.svg.attribute("class", classes);
  canvas.svg.place("x", x);
  if (is_mixed(x)) canvas.svg.number("dx", x.px);
  canvas.svg.number("y", y).content().text(text).close("text");
}

bool has_grid(const AxisSpec& axis, const Scale& scale) {
  return axis.grid_written ? axis.grid : !scale.discrete();
}

// A label near an end of the picture leans inward.
Align lean(const Frame& frame, double middle, double width) {
  if (middle < width / 2) return Align::left;
  return middle > least_width(frame) - width / 2 ? Align::right : Align::center;
}

double left_end(Align align, double at, double width) {
  return align == Align::left ? at : align == Align::right ? at - width : at - width / 2;
}

void x_labels(Canvas& canvas, const AxisSpec& axis, double below) {
  const Frame& frame = canvas.frame;
  const double y =
      below + (axis.ticks ? kTick : 0) + axis.label_padding.value_or(kLabelGap) + kAscent;
  double free_from = -std::numeric_limits<double>::infinity();
  for (const AxisLabel& item : frame.x_labels) {
    const Across x = frame.across(item.share);
    if (axis.ticks) line(canvas, "axis", x, x, below, below + kTick);
    const double middle = at_least_width(frame, x);
    const double width = text_width(item.text, kTypeSize);
    const Align align = lean(frame, middle, width);
    if (left_end(align, middle, width) < free_from) continue;
    label(canvas, x, y, text_class(align, item.bold, axis.label_color), item.text);
    free_from = left_end(align, middle, width) + width + 4;
  }
}

void x_axis(Canvas& canvas, const AxisSpec& axis) {
  const Frame& frame = canvas.frame;
  const double below = frame.top + frame.plot_height;
  if (has_grid(axis, canvas.plot.x))
    for (const AxisLabel& item : frame.x_labels)
      line(canvas, "gridl", frame.across(item.share), frame.across(item.share), frame.top, below);
  if (axis.domain) line(canvas, "axis", frame.across(0), frame.across(1), below, below);
  x_labels(canvas, axis, below);
  if (!axis.title.empty())
    label(canvas, frame.across(1), frame.height() - kHalfLine, "e s", axis.title);
}

void y_axis(Canvas& canvas, const AxisSpec& axis) {
  const Frame& frame = canvas.frame;
  const double gap = axis.label_padding.value_or(kLabelGap) + (axis.ticks ? kTick : 0);
  const Across from = frame.across(0);
  for (const AxisLabel& item : frame.y_labels) {
    const double y = frame.down(canvas.plot.y, item.share);
    if (has_grid(axis, canvas.plot.y)) line(canvas, "gridl", from, frame.across(1), y, y);
    const Across x =
        axis.label_left ? frame.from_left(-axis.label_padding.value_or(0)) : frame.from_left(-gap);
    label(canvas, x, y + kHalfLine,
          text_class(axis.label_left ? Align::left : Align::right, item.bold, axis.label_color),
          item.text);
  }
  if (axis.domain) line(canvas, "axis", from, from, frame.top, frame.top + frame.plot_height);
}

}  // namespace

void draw_axes(Canvas& canvas) {
  const AxisSpec& across = axis_of(*canvas.plot.spec, true);
  const AxisSpec& down = axis_of(*canvas.plot.spec, false);
  if (!down.hidden) y_axis(canvas, down);
  if (!across.hidden) x_axis(canvas, across);
}

}  // namespace yokoten
