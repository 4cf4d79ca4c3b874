#include "chart/guide/legend_units.h"

#include <algorithm>
#include <initializer_list>

namespace yokoten::chart {
namespace {

constexpr const char* kMarkColour = "#4c78a8";  // Vega-Lite's config.mark.color

/// The styles that decide about a mark, `config` last.
struct Styles {
  const MarkStyle& own;
  const MarkStyle& of_type;
  const MarkStyle& of_all;
};

/// `config` of a type; Vega-Lite's own for rules and texts is black.
Paint type_colour(const Styles& styles, MarkType type) {
  if (styles.of_type.color) return styles.of_type.color;
  if (type == MarkType::rule || type == MarkType::text) return "black";
  return std::nullopt;
}

Paint written(const Paint& paint) { return paint && *paint != "none" ? paint : std::nullopt; }

/// The paint of a mark that no encoding colours; `by_colour` where `color` is this paint.
Paint default_paint(const Styles& styles, MarkType type, Paint MarkStyle::*member, bool by_colour) {
  const Paint all = styles.of_all.color ? styles.of_all.color : Paint(kMarkColour);
  const auto found = [&]() -> Paint {
    if (styles.own.*member) return styles.own.*member;
    if (by_colour && styles.own.color) return styles.own.color;
    if (styles.of_type.*member) return styles.of_type.*member;
    if (by_colour && type_colour(styles, type)) return type_colour(styles, type);
    return styles.of_all.*member;
  };
  if (const Paint paint = written(found())) return paint;
  return by_colour ? written(all) : std::nullopt;
}

bool see_through(MarkType type) {
  return type == MarkType::bar || type == MarkType::point || type == MarkType::geoshape;
}

/// How a paint comes about: by a field, by conditions, or as it is.
enum class Origin { none, field, conditions, constant };
struct Painted {
  Origin origin = Origin::none;
  Paint paint;
};

Painted constant(Paint paint) {
  if (!paint) return {};
  return {Origin::constant, std::move(paint)};
}

Paint json_paint(const Json* value) {
  if (value == nullptr || value->is_null()) return "none";
  return value->is_string() ? Paint(value->text()) : std::nullopt;
}

Painted encoded(const LookSpec& color, Paint otherwise) {
  if (!color.conditions.empty()) return {Origin::conditions, {}};
  if (color.from == From::field || color.from == From::datum) return {Origin::field, {}};
  if (color.from == From::value) return {Origin::constant, json_paint(color.value)};
  return constant(std::move(otherwise));
}

/// Of a colour with conditions: the value where none holds, else that of the first.
Paint conditional_value(const LookSpec& color) {
  if (color.from == From::value) return json_paint(color.value);
  return color.conditions.empty() ? std::nullopt : json_paint(color.conditions.front().value);
}

Number json_number(const Json* value) {
  return value != nullptr && value->is_number() ? Number(value->number()) : std::nullopt;
}

/// The opacity of all symbols: the greatest of those that are written.
Number opacity_of(const SymbolUnit& unit) {
  const LookSpec& look = unit.encoding->opacity;
  if (look.from != From::value) return look.conditions.empty() ? unit.opacity : Number(0);
  Number most = json_number(look.value);
  for (const Condition& condition : look.conditions)
    if (const Number value = json_number(condition.value); value && most)
      most = std::max(*most, *value);
  return most ? most : unit.opacity;
}

void take_config(LegendEncode& encode, const Styles& styles) {
  const auto take = [&](auto& into, auto member) {
    for (const MarkStyle* style : {&styles.of_type, &styles.of_all}) {
      if (!(style->*member)) continue;
      into = style->*member;
      encode.empty = false;
      return;
    }
  };
  take(encode.stroke, &MarkStyle::stroke);
  take(encode.stroke_width, &MarkStyle::stroke_width);
  take(encode.stroke_dash, &MarkStyle::stroke_dash);
  take(encode.stroke_opacity, &MarkStyle::stroke_opacity);
  take(encode.stroke_join, &MarkStyle::stroke_join);
  take(encode.fill, &MarkStyle::fill);
  take(encode.fill_opacity, &MarkStyle::fill_opacity);
}

void set_fill(LegendEncode& encode, const Painted& fill, const SymbolUnit& unit, bool coloured,
              const LegendCase& legend, Number opacity) {
  if (fill.origin == Origin::none) return;
  encode.fill = fill.paint;
  if (coloured && unit.filled) {
    encode.fill.reset();
  } else if (fill.origin == Origin::field) {
    encode.fill.reset();
    if (unit.legend->symbol_fill_color || legend.config->symbol_fill_color) return;
    encode.fill = "black";
    encode.fill_opacity = opacity.value_or(1);
  } else if (fill.origin == Origin::conditions) {
    encode.fill = conditional_value(unit.encoding->color);
    if (!encode.fill) encode.fill = unit.style->fill;
    if (!encode.fill && unit.filled) encode.fill = unit.style->color;
  }
}

void set_stroke(LegendEncode& encode, const Painted& stroke, const SymbolUnit& unit, bool coloured,
                const LegendCase& legend) {
  if (stroke.origin == Origin::none) return;
  encode.stroke = stroke.paint;
  const bool written = unit.legend->symbol_stroke_color || legend.config->symbol_stroke_color;
  if ((coloured && !unit.filled) || stroke.origin == Origin::field || written) {
    encode.stroke.reset();
  } else if (stroke.origin == Origin::conditions) {
    encode.stroke = conditional_value(unit.encoding->color);
    if (!encode.stroke) encode.stroke = unit.style->stroke;
    if (!encode.stroke && unit.filled) encode.stroke = unit.style->color;
  }
}

LegendEncode symbols_encode(const LegendCase& legend, const SymbolUnit& unit,
                            LegendChannel channel) {
  const Config& config = legend.plan->spec->config;
  const Styles styles{*unit.style, *config.marks[static_cast<std::size_t>(unit.type)], config.mark};
  Paint fill = default_paint(styles, unit.type, &MarkStyle::fill, unit.filled);
  if (!fill && see_through(unit.type)) fill = "transparent";
  Paint stroke = default_paint(styles, unit.type, &MarkStyle::stroke, !unit.filled);
  LegendEncode encode;
  take_config(encode, styles);
  const LookSpec& color = unit.encoding->color;
  Painted filling = unit.filled ? encoded(color, fill) : constant(fill);
  Painted outline = unit.filled ? constant(stroke) : encoded(color, stroke);
  // A paint that the mark itself names stands before its encoding.
  if (styles.own.fill) filling = constant(styles.own.fill);
  if (styles.own.stroke) outline = constant(styles.own.stroke);
  if (filling.origin == Origin::none) filling = constant(encode.fill);
  if (outline.origin == Origin::none) outline = constant(encode.stroke);
  const bool fixed = unit.legend->symbol_opacity || legend.config->symbol_opacity;
  const Number opacity = fixed ? std::nullopt : opacity_of(unit);
  const bool coloured = channel == LegendChannel::color;
  set_fill(encode, filling, unit, coloured, legend, opacity);
  set_stroke(encode, outline, unit, coloured, legend);
  if (channel != LegendChannel::opacity && opacity && *opacity != 0) encode.opacity = opacity;
  encode.empty = !encode.fill && !encode.stroke && !encode.opacity && !encode.fill_opacity &&
                 !encode.stroke_opacity && !encode.stroke_width && !encode.stroke_dash &&
                 !encode.stroke_join;
  return encode;
}

LegendEncode ramp_encode(const SymbolUnit& unit) {
  LegendEncode encode;
  encode.of_ramp = true;
  encode.opacity = opacity_of(unit);
  if (encode.opacity && *encode.opacity == 0) encode.opacity = unit.opacity;
  if (encode.opacity && *encode.opacity == 0) encode.opacity.reset();
  encode.empty = !encode.opacity;
  return encode;
}

/// The first that says anything decides alone.
LegendEncode first_encode(const LegendCase& legend) {
  const auto of = [&](const std::vector<SymbolUnit>& units, LegendChannel channel) {
    for (const SymbolUnit& unit : units) {
      if (unit.silent) continue;
      LegendEncode encode = unit.ramp ? ramp_encode(unit) : symbols_encode(legend, unit, channel);
      if (!encode.empty) return encode;
    }
    return LegendEncode{};
  };
  LegendEncode encode;
  if (legend.by_fill || legend.by_stroke) encode = of(legend.color_units, LegendChannel::color);
  if (encode.empty && legend.by_size) encode = of(legend.size_units, LegendChannel::size);
  if (encode.empty && legend.by_opacity) encode = of(legend.opacity_units, LegendChannel::opacity);
  return encode;
}

}  // namespace

LegendEncode legend_encode(const LegendCase& legend) {
  LegendEncode encode = first_encode(legend);
  const bool opaque = encode.fill && *encode.fill != "transparent";
  if (!encode.of_ramp && opaque && !encode.stroke && !legend.by_stroke)
    encode.stroke = "transparent";
  return encode;
}

}  // namespace yokoten::chart
