#include "chart/classes.h"

#include <algorithm>

#include "chart/plot.h"

namespace yokoten {
namespace {

const char* fill_class(Ink ink) {
  switch (ink) {
    case Ink::self:
      return "self";
    case Ink::k3:
      return "k3";
    case Ink::k2:
      return "k2";
    case Ink::k1:
      return "k1";
    case Ink::other:
    case Ink::soft:
      return "oth";
    case Ink::line:
      return "late";
    case Ink::track:
      return "track";
    case Ink::text:
    case Ink::black:
      return "mk";
    case Ink::paper:
      return "plan";
    default:
      return "bar";
  }
}

// In ordered classes the text on a cell takes its colour from the cell.
const char* step_class(Ink ink) {
  if (ink == Ink::self) return "k5";
  return ink == Ink::bar ? "k4" : fill_class(ink);
}

std::string with_gap(const MarkSpec& mark, const char* name) {
  const bool gap = mark.stroke == Ink::paper && name != std::string_view("late");
  return gap ? std::string(name) + " gap" : name;
}

Ink named_ink(const ColorSpec& color, const Json& row) {
  const std::string_view name = text_of(row, color.field);
  const auto found = std::find(color.names.begin(), color.names.end(), name);
  if (found == color.names.end()) return Ink::none;
  return color.range[static_cast<std::size_t>(found - color.names.begin())];
}

Ink threshold_ink(const ColorSpec& color, const Json& row) {
  const Json& value = value_of(row, color.field);
  if (!value.is_number()) return Ink::none;
  const auto above =
      std::upper_bound(color.limits.begin(), color.limits.end(), value.get<double>());
  return color.range[static_cast<std::size_t>(above - color.limits.begin())];
}

Ink encoded_ink(const ColorSpec& color, const Json& row) {
  if (!color.test_field.empty()) {
    const Json& value = value_of(row, color.test_field);
    if (value.is_number() && value.get<double>() >= color.at_least) return color.then;
  }
  if (color.from != From::field) return color.value;
  return color.limits.empty() ? named_ink(color, row) : threshold_ink(color, row);
}

}  // namespace

Ink ink_of_row(const LayerSpec& layer, const Json& row) {
  const Ink encoded = encoded_ink(layer.encoding.color, row);
  if (encoded != Ink::none) return encoded;
  const MarkSpec& mark = layer.mark;
  if (mark.color != Ink::none) return mark.color;
  const bool stroked = mark.type == MarkType::rule || mark.type == MarkType::line;
  const Ink own = stroked ? mark.stroke : mark.fill;
  if (own != Ink::none) return own;
  return mark.type == MarkType::text ? Ink::text : Ink::bar;
}

std::string box_class(const MarkSpec& mark, Ink ink) { return with_gap(mark, fill_class(ink)); }

std::string cell_class(const MarkSpec& mark, Ink ink) { return with_gap(mark, step_class(ink)); }

std::string rule_class(const MarkSpec& mark, Ink ink) {
  if (mark.dash != Dash::none) return "dash";
  switch (ink) {
    case Ink::self:
      return "tick on";
    case Ink::other:
      return "axis";
    case Ink::line:
    case Ink::track:
      return "gridl";
    case Ink::paper:
      return "gap";
    case Ink::text:
    case Ink::black:
    case Ink::soft:
      return "mark";
    default:
      return "tick";
  }
}

std::string line_class(const MarkSpec& mark) { return mark.dash == Dash::none ? "ln" : "ln d"; }

std::string point_class(const MarkSpec& mark, Ink ink) {
  if (mark.fill == Ink::paper || ink == Ink::paper) return "plan";
  return ink == Ink::self ? "dot-s" : "dot";
}

std::string text_class(Align align, bool bold, Ink ink) {
  std::string classes;
  const auto add = [&](const char* word) {
    if (!classes.empty()) classes += ' ';
    classes += word;
  };
  if (align == Align::center) add("m");
  if (align == Align::right) add("e");
  if (bold) add("b");
  if (ink == Ink::soft || ink == Ink::other) add("s");
  return classes;
}

}  // namespace yokoten
