#include "chart/scene/mark_look.h"

namespace yokoten::chart {
namespace {

constexpr const char* kColour = "#4c78a8";
constexpr double kReduced = 0.7;  // opacity of points and ticks
constexpr double kLineWidth = 2;  // of lines and points
constexpr double kFontSize = 11;

std::string paint(const Paint& paint) { return paint && *paint != "none" ? *paint : ""; }

/// The first colour that is written: null stands for the default, not for none.
std::string first_colour(std::initializer_list<const Paint*> colours) {
  for (const Paint* colour : colours)
    if (*colour && **colour != "none") return **colour;
  return kColour;
}

/// Vega-Lite's order of what may colour the inside of filled marks, or the outline of others:
/// `fill` (or `stroke`) and `color` of the mark, then of its type, then of all marks.
std::string main_colour(const StyleChain& style, MarkType type, Paint MarkStyle::*member) {
  static const Paint kBlack = "black";
  if (style.own->*member) return paint(style.own->*member);
  for (const Paint* colour : {&style.own->color, &(style.typed->*member), &style.typed->color})
    if (*colour) return first_colour({colour, &style.general->color});
  if (type == MarkType::text || type == MarkType::rule) return *kBlack;
  return first_colour({&(style.general->*member), &style.general->color});
}

/// Points, bars and maps without a fill are transparent, so that a pointer finds their inside.
std::string other_fill(const StyleChain& style, MarkType type) {
  const Paint& fill = style.first(&MarkStyle::fill);
  if (fill) return paint(fill);
  const bool solid = type == MarkType::bar || type == MarkType::point || type == MarkType::geoshape;
  return solid ? "transparent" : "";
}

std::optional<double> opacity_of(const MarkContext& context) {
  const Number& opacity = context.style.first(&MarkStyle::opacity);
  if (opacity || context.style.first(&MarkStyle::fill_opacity)) return opacity;
  const bool reduced = context.type == MarkType::point || context.type == MarkType::tick;
  return reduced ? Number(kReduced) : Number();
}

bool drawn_by_width(MarkType type) { return type == MarkType::line || type == MarkType::rule; }

double stroke_width_of(const MarkContext& context) {
  const StyleChain& style = context.style;
  if (context.type == MarkType::point)
    return style.of_type(&MarkStyle::stroke_width).value_or(kLineWidth);
  if (!drawn_by_width(context.type)) return style.first(&MarkStyle::stroke_width).value_or(1);
  for (const MarkStyle* each : {style.own, style.typed}) {
    if (each->stroke_width) return *each->stroke_width;
    if (each->size) return *each->size;
  }
  // Vega's own default does not stand behind conditions, none of which may hold.
  const bool line = context.type == MarkType::line && !only_conditions(context.encoding().size);
  return style.general->stroke_width.value_or(line ? kLineWidth : 1);
}

Look base_look(const MarkContext& context) {
  const StyleChain& style = context.style;
  Look look;
  if (context.filled()) {
    look.fill = main_colour(style, context.type, &MarkStyle::fill);
    look.stroke = paint(style.first(&MarkStyle::stroke));
  } else {
    look.stroke = main_colour(style, context.type, &MarkStyle::stroke);
    look.fill = other_fill(style, context.type);
  }
  look.opacity = opacity_of(context).value_or(1);
  look.fill_opacity = style.first(&MarkStyle::fill_opacity).value_or(1);
  look.stroke_opacity = style.first(&MarkStyle::stroke_opacity).value_or(1);
  look.stroke_width = stroke_width_of(context);
  if (const Dashes& dash = style.first(&MarkStyle::stroke_dash)) look.dash = *dash;
  look.cap = style.first(&MarkStyle::stroke_cap).value_or("");
  look.join = style.first(&MarkStyle::stroke_join).value_or("");
  return look;
}

}  // namespace

LookMaker::LookMaker(const MarkContext& context)
    : base_(base_look(context)),
      colour_(context, context.filled() ? base_.fill : base_.stroke),
      opacity_(opacity_channel(context, opacity_of(context))),
      width_(size_channel(context, base_.stroke_width)) {
  const bool coloured = context.encoding().color.from != From::nothing || colour_.varies();
  const bool fixed = context.filled() ? context.style.own->fill.has_value()
                                      : context.style.own->stroke.has_value();
  colour_fills_ = coloured && !fixed && context.filled();
  colour_strokes_ = coloured && !fixed && !context.filled();
  sized_ = drawn_by_width(context.type);
}

void LookMaker::put(Row row, Look& look) const {
  if (colour_fills_)
    look.fill = colour_.of(row);
  else if (!base_.fill.empty())
    look.fill = base_.fill;
  if (colour_strokes_)
    look.stroke = colour_.of(row);
  else if (!base_.stroke.empty())
    look.stroke = base_.stroke;
  look.opacity = opacity_.of(row).value_or(1);
  look.fill_opacity = base_.fill_opacity;
  look.stroke_opacity = base_.stroke_opacity;
  look.stroke_width = base_.stroke_width;
  if (!base_.dash.empty()) look.dash = base_.dash;
  if (!base_.cap.empty()) look.cap = base_.cap;
  if (!base_.join.empty()) look.join = base_.join;
  if (sized_) look.stroke_width = width_.of(row).value_or(1);
}

Look LookMaker::of_stack(Row row, const Json& seen) const {
  Look look = base_;
  look.fill = "";
  look.opacity = look.fill_opacity = 1;
  if (colour_strokes_) look.stroke = colour_.of(row, seen);
  return look;
}

Item text_form(const MarkContext& context) {
  const StyleChain& style = context.style;
  Item item;
  item.font.family = style.of_type(&MarkStyle::font).value_or("");
  item.font.weight = style.first(&MarkStyle::font_weight).value_or("");
  item.font.style = style.first(&MarkStyle::font_style).value_or("");
  item.font.size = kFontSize;
  for (const Number& size : {style.general->font_size, style.typed->size, style.typed->font_size,
                             style.own->size, style.own->font_size})
    if (size) item.font.size = *size;
  item.align = style.first(&MarkStyle::align).value_or("center");
  item.baseline = style.first(&MarkStyle::baseline).value_or("middle");
  item.dx = style.first(&MarkStyle::dx).value_or(0);
  item.dy = style.first(&MarkStyle::dy).value_or(0);
  item.angle = style.first(&MarkStyle::angle).value_or(0);
  item.limit = style.first(&MarkStyle::limit).value_or(0);
  return item;
}

}  // namespace yokoten::chart
