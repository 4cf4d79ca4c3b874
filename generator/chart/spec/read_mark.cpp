#include <fmt/format.h>

#include "chart/spec/mark_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

using Style = MarkStyle;

constexpr unsigned kBar = bit(MarkType::bar), kLine = bit(MarkType::line),
                   kArea = bit(MarkType::area), kPoint = bit(MarkType::point),
                   kRect = bit(MarkType::rect), kRule = bit(MarkType::rule),
                   kText = bit(MarkType::text), kTick = bit(MarkType::tick),
                   kShape = bit(MarkType::geoshape);
constexpr unsigned kBoxes = kBar | kRect | kTick;
constexpr unsigned kStroked = kLine | kRule;
constexpr unsigned kFilled = kAllMarks & ~kStroked;

constexpr std::string_view kCaps[] = {"butt", "round", "square"};
constexpr std::string_view kJoins[] = {"miter", "round", "bevel"};
constexpr std::string_view kInterpolations[] = {"linear", "step", "step-before", "step-after",
                                                "monotone"};
constexpr std::string_view kInvalid[] = {"filter", "break-paths-filter-domains",
                                         "break-paths-show-domains",
                                         "break-paths-show-path-domains", "show"};

void take_invalid(Reading& reading, const Json& json, Style& style) {
  if (json.is_null())
    style.invalid = "null";
  else
    word<&Style::invalid, kInvalid>(reading, json, style);
}

template <auto Band>
constexpr Property<Style> kBand[] = {
    {"band", [](Reading& r, const Json& j, Style& s) { take_number(r, j, s.*Band, 0, 1); }}};

// Pixels, or {"band": a share of the band}.
template <auto Pixels, auto Band>
void extent(Reading& reading, const Json& json, Style& style) {
  if (!json.is_object()) return take_number(reading, json, style.*Pixels, 0);
  take_object(reading, json, style, {kBand<Band>});
  if (!(style.*Band)) reading.refuse({"band が要ります", "band is needed"});
}

// Where a property may stand besides `mark`: in config.mark, in config of one mark, in an overlay.
enum Where : unsigned { in_mark = 1, in_config_mark = 2, in_config_one = 4, everywhere = 7 };

struct Use {
  Property<Style> property;
  unsigned marks;  ///< on which it has an effect
  unsigned where = everywhere;
};

constexpr Use kUses[] = {
    {{"color", solid_paint<&Style::color>}, kAllMarks},
    {{"fill", paint<&Style::fill>}, kFilled},
    {{"stroke", paint<&Style::stroke>}, kAllMarks},
    {{"opacity", opacity<&Style::opacity>}, kAllMarks},
    {{"fillOpacity", opacity<&Style::fill_opacity>}, kFilled},
    {{"strokeOpacity", opacity<&Style::stroke_opacity>}, kAllMarks},
    {{"strokeWidth", length<&Style::stroke_width>}, kAllMarks},
    {{"strokeDash", dashes<&Style::stroke_dash>}, kAllMarks},
    {{"strokeCap", word<&Style::stroke_cap, kCaps>}, kAllMarks},
    {{"strokeJoin", word<&Style::stroke_join, kJoins>}, kAllMarks & ~kRule},
    {{"filled", flag<&Style::filled>}, kFilled},
    {{"size", length<&Style::size>}, kPoint | kBar | kTick},
    {{"width", extent<&Style::width, &Style::width_band>}, kBar | kRect, in_mark},
    {{"height", extent<&Style::height, &Style::height_band>}, kBar | kRect, in_mark},
    {{"cornerRadius", length<&Style::corner_radius>}, kBoxes},
    {{"cornerRadiusEnd", length<&Style::corner_radius_end>}, kBar, in_mark | in_config_one},
    {{"align", word<&Style::align, kAligns>}, kText},
    {{"baseline", word<&Style::baseline, kBaselines>}, kText},
    {{"dx", number<&Style::dx>}, kText},
    {{"dy", number<&Style::dy>}, kText},
    {{"angle", [](Reading& r, const Json& j, Style& s) { take_number(r, j, s.angle, 0, 360); }},
     kText},
    {{"fontSize", length<&Style::font_size>}, kText},
    {{"font", text<&Style::font>}, kText},
    {{"fontStyle", word<&Style::font_style, kFontStyles>}, kText},
    {{"fontWeight", weight<&Style::font_weight>}, kText},
    {{"limit", length<&Style::limit>}, kText},
    {{"text", text<&Style::text>}, kText, in_mark},
    {{"interpolate", word<&Style::interpolate, kInterpolations>}, kLine | kArea},
    {{"shape", word<&Style::shape, kShapes>}, kPoint},
    {{"orient", word<&Style::orient, kDirections>}, kBar | kLine | kArea | kTick | kRule},
    {{"thickness", length<&Style::thickness>}, kTick, in_mark | in_config_one},
    {{"continuousBandSize", length<&Style::continuous_band_size>}, kBar | kTick, in_config_one},
    {{"discreteBandSize", length<&Style::discrete_band_size>}, kBoxes, in_config_one},
    {{"minBandSize", length<&Style::min_band_size>}, kBoxes, in_config_one},
    {{"invalid", take_invalid}, kAllMarks & ~kShape},
    {{"clip", flag<&Style::clip>}, kAllMarks, in_mark},
    {{"aria", flag<&Style::aria>}, kAllMarks, in_mark},
};

const Use* use_of(std::string_view name) {
  for (const Use& use : kUses)
    if (is_name(use.property.name, name)) return &use;
  return nullptr;
}

std::vector<std::string> names_for(unsigned marks, unsigned where,
                                   std::initializer_list<std::string_view> more) {
  std::vector<std::string> names(more.begin(), more.end());
  for (const Use& use : kUses)
    if ((use.marks & marks) != 0 && (use.where & where) != 0) names.emplace_back(use.property.name);
  return names;
}

// One property of a style; `more` are the names that the caller reads itself.
void take_style(Reading& reading, std::string_view name, const Json& json, unsigned marks,
                unsigned where, std::initializer_list<std::string_view> more, Style& style) {
  const Use* use = use_of(name);
  if (!use || (use->where & where) == 0)
    return refuse_property(reading, name, names_for(marks, where, more));
  if ((use->marks & marks) == 0)
    return reading.refuse({fmt::format("「{}」は {} では効きません（効くもの: {}）", name,
                                       mark_names(marks), mark_names(use->marks)),
                           fmt::format("'{}' has no effect on {}; it has on {}", name,
                                       mark_names(marks), mark_names(use->marks))});
  use->property.take(reading, json, style);
}

void take_overlay(Reading& reading, const Json& json, MarkType type, bool& with,
                  Kept<Style>& style) {
  style.clear();
  if (json.is_boolean()) {
    with = json.truth();
    return;
  }
  with = true;
  if (!json.is_object()) return refuse_value(reading, json, "true, false, {…}");
  Style made;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    // config.mark's words are those that Vega-Lite's schema has for overlays, with `clip`.
    const bool clip = item.first == "clip";
    take_style(reading, item.first, item.second, bit(type), clip ? in_mark : in_config_mark, {},
               made);
    if (reading.failed()) return;
  }
  style = std::move(made);
}

void take_point(Reading& reading, const Json& json, MarkSpec& mark) {
  if (json == "transparent") {
    mark.with_point = mark.point_transparent = true;
    return;
  }
  if (json.is_string()) return refuse_value(reading, json, "true, false, \"transparent\", {…}");
  take_overlay(reading, json, MarkType::point, mark.with_point, mark.point);
}

constexpr Property<MarkSpec> kTooltip[] = {{"content", [](Reading& r, const Json& j, MarkSpec& m) {
                                              constexpr static std::string_view kContents[] = {
                                                  "encoding"};
                                              m.tooltip = take_word(r, j, kContents).has_value();
                                            }}};

void take_tooltip(Reading& reading, const Json& json, MarkSpec& mark) {
  if (json.is_boolean())
    mark.tooltip = json.truth();
  else if (!json.is_null() && !json.is_object())
    refuse_value(reading, json, "true, false, null, {\"content\": \"encoding\"}");
  else if (json.is_object()) {
    take_object(reading, json, mark, {kTooltip});
    if (!mark.tooltip) reading.refuse({"content が要ります", "content is needed"});
  }
}

void take_property(Reading& reading, std::string_view name, const Json& json, MarkSpec& mark) {
  const unsigned type = bit(mark.type);
  if (name == "type") return;
  if (name == "tooltip") return take_tooltip(reading, json, mark);
  if (name == "point" && (type & (kLine | kArea)) != 0) return take_point(reading, json, mark);
  if (name == "line" && type == kArea)
    return take_overlay(reading, json, MarkType::line, mark.with_line, mark.line);
  if (name == "point" || name == "line") {
    const std::string_view marks = name == "line" ? "area" : "line, area";
    return reading.refuse(
        {fmt::format("「{}」は {} では効きません（効くもの: {}）", name, mark_names(type), marks),
         fmt::format("'{}' has no effect on {}; it has on {}", name, mark_names(type), marks)});
  }
  take_style(reading, name, json, type, in_mark, {"type", "tooltip"}, mark.style);
}

// Other words of Vega-Lite for points.
bool refuse_point(Reading& reading, const Json& json) {
  if (json != "circle" && json != "square") return false;
  const std::string shape = json == "square" ? "\"shape\": \"square\", " : "";
  const std::string instead = "{\"type\": \"point\", " + shape + "\"filled\": true}";
  reading.refuse({fmt::format("{} は {} と書いてください", shown(json), instead),
                  fmt::format("{} cannot stand here; write {}", shown(json), instead)});
  return true;
}

void take_type(Reading& reading, const Json& json, MarkType& type) {
  if (refuse_point(reading, json)) return;
  if (const auto at = take_word(reading, json, kMarkNames)) type = static_cast<MarkType>(*at);
}

}  // namespace

std::string mark_names(unsigned marks) {
  if (marks == kAllMarks) return "mark";
  std::string names;
  for (unsigned i = 0; i < std::size(kMarkNames); ++i)
    if ((marks >> i & 1u) != 0) names.append(names.empty() ? "" : ", ").append(kMarkNames[i]);
  return names;
}

void take_mark(Reading& reading, const Json& json, MarkSpec& mark) {
  if (json.is_string()) return take_type(reading, json, mark.type);
  if (!json.is_object()) return refuse_value(reading, json, "\"bar\", {\"type\": \"bar\", …}");
  const Json* type = find(json, "type");
  if (!type) return reading.refuse({"type が要ります", "type is needed"});
  {
    const Inside here(reading, "type");
    take_type(reading, *type, mark.type);
  }
  for (const auto& item : json.members()) {
    if (reading.failed()) return;
    const Inside here(reading, item.first);
    take_property(reading, item.first, item.second, mark);
  }
}

void take_mark_config(Reading& reading, const Json& json, unsigned marks, MarkStyle& style,
                      MarkSpec* overlay) {
  if (!is_object(reading, json)) return;
  const unsigned where = marks == kAllMarks ? in_config_mark : in_config_one;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (overlay && item.first == "point")
      take_overlay(reading, item.second, MarkType::point, overlay->with_point, overlay->point);
    else if (overlay && item.first == "line" && (marks & kArea) != 0)
      take_overlay(reading, item.second, MarkType::line, overlay->with_line, overlay->line);
    else
      take_style(reading, item.first, item.second, marks, where, {}, style);
    if (reading.failed()) return;
  }
}

void add_overlays(const Json& json, const Config& config, MarkSpec& mark) {
  if (mark.type != MarkType::line && mark.type != MarkType::area) return;
  const bool area = mark.type == MarkType::area;
  const MarkSpec& from = area ? config.area_overlay : config.line_overlay;
  if (!find(json, "point")) {
    mark.with_point = from.with_point;
    mark.point = from.point;
  }
  if (area && !find(json, "line")) {
    mark.with_line = from.with_line;
    mark.line = from.line;
  }
}

}  // namespace yokoten::chart
