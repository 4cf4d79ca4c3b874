#include <fmt/format.h>

#include <cmath>

#include "chart/scene/bounds.h"
#include "chart/scene/paths.h"
#include "chart/svg/theme.h"
#include "chart/svg/write.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {
namespace {

constexpr int kDecimals = 3;

constexpr std::string_view kKinds[] = {"rect", "rule", "text", "symbol", "line", "area", "shape"};

constexpr std::string_view kWords = " role=\"graphics-symbol\" aria-label=\"";

class Fixed {
 public:
  Fixed(std::string& out, Theme theme, const DarkColours& dark)
      : xml_(out, kDecimals), theme_(theme), dark_(dark) {}

  void group(const Group& group, double outer_width);
  void background(const Scene& scene);
  const UsedColours& used() const { return used_; }

 private:
  void mark(const Mark& mark, double width);
  void item(const Mark& mark, const Item& item, double width);
  void text(const Item& item, double width);
  void rule(const Item& item, double width);
  void path(const Mark& mark, const Item& item, double width);
  void frame(const Group& group, double width);
  void look(const Look& look, bool on_text, bool steady = false);
  void paint_steadily(const Look& look);
  void paint(std::string_view name, const std::string& colour, bool on_text);
  void translate(double x, double y);
  std::string clip(const std::string& outline);
  void outline(const Stacked& stack, double width);
  std::string gradient(const Item& item);

  Xml xml_;
  Theme theme_;
  const DarkColours& dark_;
  UsedColours used_;
  int definitions_ = 0;
};

void Fixed::paint(std::string_view name, const std::string& colour, bool on_text) {
  if (colour.empty() || colour == "transparent") return;
  if (theme_ == Theme::dark) {
    const std::string_view dark = dark_.of(colour, on_text);
    xml_.attribute(name, dark.empty() ? std::string_view(colour) : dark);
    return;
  }
  if (theme_ == Theme::both)
    (name == "stroke" ? used_.strokes : on_text ? used_.texts : used_.fills).insert(colour);
  xml_.attribute(name, colour);
}

// A style goes before the rules for dark pages, which know an element by its attributes only.
void Fixed::paint_steadily(const Look& look) {
  std::string style;
  for (const auto& [name, colour] : {std::pair("fill", &look.fill), {"stroke", &look.stroke}}) {
    if (colour->empty() || *colour == "transparent") continue;
    xml_.attribute(name, *colour);
    if (!dark_.of(*colour, true).empty()) style += fmt::format("{}:{};", name, *colour);
  }
  if (theme_ == Theme::both && !style.empty()) xml_.attribute("style", style);
}

void Fixed::look(const Look& look, bool on_text, bool steady) {
  if (steady) {
    paint_steadily(look);
  } else {
    paint("fill", look.fill, on_text);
    paint("stroke", look.stroke, on_text);
  }
  if (look.fill_opacity != 1) xml_.number("fill-opacity", look.fill_opacity);
  if (look.stroke_opacity != 1) xml_.number("stroke-opacity", look.stroke_opacity);
  if (look.opacity != 1) xml_.number("opacity", look.opacity);
  if (look.stroke.empty()) return;
  if (look.stroke_width != 1) xml_.number("stroke-width", look.stroke_width);
  if (!look.cap.empty()) xml_.attribute("stroke-linecap", look.cap);
  if (!look.join.empty()) xml_.attribute("stroke-linejoin", look.join);
  if (look.dash.empty()) return;
  xml_.raw(" stroke-dasharray=\"");
  for (std::size_t i = 0; i < look.dash.size(); ++i)
    xml_.raw(i > 0 ? "," : "").append(look.dash[i]);
  xml_.raw("\"");
}

void Fixed::translate(double x, double y) {
  xml_.raw(" transform=\"translate(").append(x).raw(",").append(y).raw(")");
}

void Fixed::rule(const Item& item, double width) {
  const double x = item.x.at(width);
  xml_.open("line");
  translate(x, item.y);
  xml_.raw("\"").number("x2", item.x2.at(width) - x).number("y2", item.y2 - item.y);
}

void Fixed::text(const Item& item, double width) {
  const double dy = item.dy + baseline_offset(item), x = item.x.at(width);
  xml_.open("text");
  xml_.attribute("text-anchor", item.align == "center"  ? "middle"
                                : item.align == "right" ? "end"
                                                        : "start");
  if (item.angle != 0) {
    translate(x, item.y);
    xml_.raw(" rotate(").append(item.angle).raw(")");
    if (item.dx != 0 || dy != 0)
      xml_.raw(" translate(").append(item.dx).raw(",").append(dy).raw(")");
  } else {
    translate(x + item.dx, item.y + dy);
  }
  xml_.raw("\"");
  if (!item.font.family.empty()) xml_.attribute("font-family", item.font.family);
  xml_.raw(" font-size=\"").append(item.font.size).raw("px\"");
  if (!item.font.style.empty()) xml_.attribute("font-style", item.font.style);
  if (!item.font.weight.empty()) xml_.attribute("font-weight", item.font.weight);
}

void Fixed::path(const Mark& mark, const Item& item, double width) {
  xml_.open("path");
  if (mark.kind == Kind::symbol) {
    translate(item.x.at(width), item.y);
    if (item.angle != 0) xml_.raw(" rotate(").append(item.angle).raw(")");
    xml_.raw("\"");
  }
  if (item.stack.empty()) {
    xml_.path(item, mark.kind, width);
    return;
  }
  const double x = std::min(item.x.at(width), item.x2.at(width));
  xml_.attribute("d", rectangle_path(x, std::min(item.y, item.y2),
                                     std::abs(item.x2.at(width) - item.x.at(width)),
                                     std::abs(item.y2 - item.y), 0));
}

std::string stack_path(const Stacked& stack, double width) {
  Item whole;
  whole.x = stack.x, whole.x2 = stack.x2, whole.y = stack.y, whole.y2 = stack.y2;
  whole.corners.assign(stack.corners.begin(), stack.corners.end());
  return rect_path(whole, width);
}

void Fixed::item(const Mark& mark, const Item& item, double width) {
  if (item.hidden) return;
  if (!item.href.empty()) xml_.open("a").attribute("href", item.href).content();
  const bool text_mark = mark.kind == Kind::text, round = !item.stack.empty();
  // Bars of a stack with round corners are whole boxes, cut by the outline of their stack.
  const std::string definition = round ? clip(stack_path(item.stack.front(), width))
                                 : !item.gradient.empty() ? gradient(item)
                                                          : "";
  if (text_mark)
    text(item, width);
  else if (mark.kind == Kind::rule)
    rule(item, width);
  else
    path(mark, item, width);
  if (item.words_size > 0 && mark.layer != nullptr)
    xml_.raw(kWords).text(words_of(mark, item)).raw("\"");
  if (!definition.empty()) xml_.attribute(round ? "clip-path" : "fill", definition);
  look(item.look, text_mark, text_mark && theme_ != Theme::light && dark_.stays(item));
  if (!text_mark) {
    xml_.end();
  } else {
    xml_.content().text(limited_text(item.font, item.text, item.limit));
    for (const std::string& line : item.more_lines) {
      xml_.open("tspan").number("x", 0).number("dy", item.line_height).content();
      xml_.text(limited_text(item.font, line, item.limit)).close("tspan");
    }
    xml_.close("text");
  }
  if (!item.href.empty()) xml_.close("a");
  if (round) outline(item.stack.front(), width);
}

std::string Fixed::clip(const std::string& outline) {
  const std::string name = fmt::format("clip{}", ++definitions_);
  xml_.open("clipPath").attribute("id", name).content();
  xml_.open("path").attribute("d", outline).end().close("clipPath");
  return "url(#" + name + ")";
}

void Fixed::outline(const Stacked& stack, double width) {
  if (!stack.last || stack.outline.stroke.empty()) return;
  xml_.open("path").attribute("class", "foreground").attribute("aria-hidden", "true");
  xml_.attribute("d", stack_path(stack, width));
  look(stack.outline, false);
  xml_.end();
}

std::string Fixed::gradient(const Item& item) {
  const std::string name = fmt::format("gradient{}", ++definitions_);
  xml_.open("linearGradient").attribute("id", name);
  xml_.number("x1", 0).number("x2", item.horizontal ? 1 : 0);
  xml_.number("y1", item.horizontal ? 0 : 1).number("y2", 0).content();
  for (const GradientStop& stop : item.gradient)
    xml_.open("stop").number("offset", stop.share).attribute("stop-color", stop.colour).end();
  xml_.close("linearGradient");
  return "url(#" + name + ")";
}

void Fixed::mark(const Mark& mark, double width) {
  const std::string name = mark.clip ? clip(rectangle_path(0, 0, width, mark.clip_height, 0)) : "";
  const bool nested = mark.kind == Kind::line || mark.kind == Kind::area;
  const auto begin = [&] {
    xml_.open("g").raw(" class=\"mark-").raw(kKinds[static_cast<std::size_t>(mark.kind)]);
    xml_.raw(" role-").raw(mark.role).raw("\"");
    if (!name.empty()) xml_.attribute("clip-path", name);
    if (mark.silent) xml_.attribute("aria-hidden", "true");
    xml_.content();
  };
  if (!nested || mark.items.empty()) begin();
  for (const Item& each : mark.items) {
    if (nested) begin();  // Vega has one mark a line
    item(mark, each, width);
    if (nested) xml_.close("g");
  }
  if (!nested || mark.items.empty()) xml_.close("g");
}

// Strokes of about a pixel are moved by half of one, as Vega does, to look sharp.
void Fixed::frame(const Group& group, double width) {
  if (group.look.fill.empty() && group.look.stroke.empty()) return;
  const double stroke = group.look.stroke_width;
  const bool thin = !group.look.stroke.empty() && stroke > 0.5 && stroke < 1.5;
  const double shift = thin ? 0.5 - std::abs(stroke - 1) : 0;
  xml_.open("path").attribute("class", "background").attribute("aria-hidden", "true");
  xml_.attribute("d", rectangle_path(shift, shift, width, group.height, group.corner_radius));
  look(group.look, false);
  xml_.end();
}

void Fixed::group(const Group& group, double outer_width) {
  const double width = group.width.at(outer_width);
  xml_.open("g").raw(" class=\"mark-group role-").raw(group.role);
  xml_.raw(group.role == "frame" ? " root\"" : "\"");
  if (group.role == "axis" || group.role == "legend") xml_.attribute("aria-hidden", "true");
  xml_.content().open("g");
  translate(group.x.at(outer_width), group.y);
  xml_.raw("\"").content();
  frame(group, width);
  xml_.open("g").content();
  for (const Group& inner : group.behind) this->group(inner, width);
  for (const Mark& each : group.marks) mark(each, width);
  for (const Group& inner : group.before) this->group(inner, width);
  xml_.close("g").close("g").close("g");
}

void Fixed::background(const Scene& scene) {
  if (scene.background.empty()) return;
  xml_.open("rect").number("width", scene.width).number("height", scene.height);
  paint("fill", scene.background, false);
  xml_.end();
}

std::size_t items_in(const Group& group) {
  std::size_t count = 1;
  for (const Mark& mark : group.marks) count += mark.items.size();
  for (const std::vector<Group>* inner : {&group.behind, &group.before})
    for (const Group& each : *inner) count += items_in(each);
  return count;
}

}  // namespace

std::string fixed_svg(const Plan& plan, const Scene& scene, Theme theme) {
  std::string out;
  out.reserve(4096 + 256 * items_in(scene.root));
  Xml svg(out, kDecimals);
  svg.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg").attribute("class", "marks");
  svg.number("width", scene.width).number("height", scene.height);
  svg.raw(" viewBox=\"0 0 ").append(scene.width).raw(" ").append(scene.height).raw("\"");
  svg.attribute("role", "graphics-document");
  if (!scene.font.empty()) svg.attribute("font-family", scene.font);
  svg.content();
  append_titles(out, *plan.spec);
  const std::size_t after_titles = out.size();
  const DarkColours dark(scene);
  Fixed fixed(out, theme, dark);
  fixed.background(scene);
  svg.open("g").attribute("fill", "none").number("stroke-miterlimit", 4);
  svg.raw(" transform=\"translate(").append(scene.origin_x).raw(",").append(scene.origin_y);
  svg.raw(")\"").content();
  fixed.group(scene.root, scene.plot_width);
  svg.close("g").close("svg");
  const std::string rules = theme == Theme::both ? dark_rules(fixed.used(), dark) : "";
  if (!rules.empty())
    out.insert(after_titles, "<style>@media (prefers-color-scheme:dark){" + rules + "}</style>");
  return out;
}

}  // namespace yokoten::chart
