#include "chart/dates.h"
#include "chart/read_parts.h"

namespace yokoten {
namespace {

constexpr std::string_view kFieldTypes[] = {"", "quantitative", "temporal", "ordinal", "nominal"};
constexpr std::string_view kScaleTypes = "linear, utc, band, point";

void take_field_type(Reading& reading, const Json& json, PositionSpec& position) {
  take_choice(reading, json, kFieldTypes, position.type);
  if (position.type == FieldType::none) refuse_value(reading, json, "quantitative, temporal, …");
}

void take_domain(Reading& reading, const Json& json, ScaleSpec& scale) {
  if (!json.is_array() || json.empty()) return refuse_value(reading, json, "[…]");
  scale.domain.clear();
  for (const Json& item : json) {
    if (!item.is_string() && !item.is_number()) refuse_value(reading, item, "number, string");
    scale.domain.push_back(&item);
  }
}

// The type of a scale follows from the type of the field; written out it must not say otherwise.
void take_scale_type(Reading& reading, const Json& json, ScaleSpec&) {
  const bool known = json == "linear" || json == "utc" || json == "band" || json == "point";
  if (!known) refuse_value(reading, json, kScaleTypes);
}

void take_optional(Reading& reading, const Json& json, std::optional<double>& into) {
  double number = 0;
  take_number(reading, json, number);
  into = number;
}

void take_optional(Reading& reading, const Json& json, std::optional<bool>& into) {
  bool value = false;
  take_bool(reading, json, value);
  into = value;
}

constexpr Property<ScaleSpec> kScale[] = {
    {"type", take_scale_type},
    {"domain", take_domain},
    {"zero", [](Reading& r, const Json& j, ScaleSpec& s) { take_optional(r, j, s.zero); }},
    {"nice", [](Reading& r, const Json& j, ScaleSpec& s) { take_optional(r, j, s.nice); }},
    {"clamp", [](Reading& r, const Json& j, ScaleSpec& s) { take_bool(r, j, s.clamp); }},
    {"paddingInner",
     [](Reading& r, const Json& j, ScaleSpec& s) { take_optional(r, j, s.padding_inner); }},
    {"paddingOuter",
     [](Reading& r, const Json& j, ScaleSpec& s) { take_optional(r, j, s.padding_outer); }},
};

// Bold labels are named one by one: {"condition": {"test": {"field": "value", "oneOf": […]},
// "value": "bold"}, "value": "normal"}.
void take_label_weight(Reading& reading, const Json& json, AxisSpec& axis) {
  const Json* names = nullptr;
  if (json.is_object() && json.contains("condition")) {
    const Json& condition = json["condition"];
    if (condition.is_object() && condition.contains("test") && condition["test"].is_object() &&
        condition["test"].contains("oneOf"))
      names = &condition["test"]["oneOf"];
  }
  const Json expected =
      names ? object("condition",
                     object("test", object("field", "value", "oneOf", *names), "value", "bold"),
                     "value", "normal")
            : Json();
  if (!names || nlohmann::json(json) != nlohmann::json(expected) || !names->is_array())
    return refuse_value(reading, json,
                        R"({"condition":{"test":{"field":"value","oneOf":[…]},"value":"bold"},)"
                        R"("value":"normal"})");
  for (const Json& name : *names)
    if (name.is_string()) axis.bold_labels.push_back(name.get<std::string>());
}

void take_title(Reading& reading, const Json& json, AxisSpec& axis) {
  axis.title_null = json.is_null();
  if (!json.is_null()) take_text(reading, json, axis.title);
}

void take_grid(Reading& reading, const Json& json, AxisSpec& axis) {
  axis.grid_written = true;
  take_bool(reading, json, axis.grid);
}

void take_values(Reading& reading, const Json& json, AxisSpec& axis) {
  if (!json.is_array()) return refuse_value(reading, json, "[…]");
  for (const Json& item : json) axis.values.push_back(&item);
}

void take_format(Reading& reading, const Json& json, AxisSpec& axis) {
  take_text(reading, json, axis.format);
  if (!date_text({}, axis.format)) refuse_value(reading, json, "%Y %y %m %-m %d %-d");
}

// A unit behind every label: "datum.label + '%'".
void take_label_expression(Reading& reading, const Json& json, AxisSpec& axis) {
  constexpr std::string_view kBegin = "datum.label + '";
  std::string text;
  take_text(reading, json, text);
  const bool fits = text.size() > kBegin.size() && text.starts_with(kBegin) && text.ends_with('\'');
  if (fits) axis.unit = text.substr(kBegin.size(), text.size() - kBegin.size() - 1);
  if (!fits || axis.unit.find_first_of("'\\") != std::string::npos)
    refuse_value(reading, json, "datum.label + '…'");
}

void take_label_align(Reading& reading, const Json& json, AxisSpec& axis) {
  take_word(reading, json, "left");
  axis.label_left = true;
}

constexpr Property<AxisSpec> kAxis[] = {
    {"title", take_title},
    {"titleAnchor",
     [](Reading& r, const Json& j, AxisSpec& a) {
       take_word(r, j, "end");
       a.title_at_end = true;
     }},
    {"domain", [](Reading& r, const Json& j, AxisSpec& a) { take_bool(r, j, a.domain); }},
    {"ticks", [](Reading& r, const Json& j, AxisSpec& a) { take_bool(r, j, a.ticks); }},
    {"labels", [](Reading& r, const Json& j, AxisSpec& a) { take_bool(r, j, a.labels); }},
    {"grid", take_grid},
    {"tickCount", [](Reading& r, const Json& j, AxisSpec& a) { take_number(r, j, a.tick_count); }},
    {"values", take_values},
    {"format", take_format},
    {"labelExpr", take_label_expression},
    {"labelAlign", take_label_align},
    {"labelAngle",
     [](Reading& r, const Json& j, AxisSpec&) {
       if (j != 0) refuse_value(r, j, "0");
     }},
    {"labelPadding",
     [](Reading& r, const Json& j, AxisSpec& a) { take_optional(r, j, a.label_padding); }},
    {"labelColor", [](Reading& r, const Json& j, AxisSpec& a) { take_ink(r, j, a.label_color); }},
    {"labelFontWeight", take_label_weight},
};

void take_axis(Reading& reading, const Json& json, PositionSpec& position) {
  position.written_axis = true;
  position.axis = {};
  position.axis.hidden = json.is_null();
  if (!json.is_null()) take_object(reading, json, position.axis, kAxis);
}

void take_datum(Reading& reading, const Json& json, PositionSpec& position) {
  if (!json.is_number() && !json.is_string()) refuse_value(reading, json, "number, string");
  position.from = From::datum;
  position.datum = &json;
}

void take_field(Reading& reading, const Json& json, PositionSpec& position) {
  position.from = From::field;
  take_text(reading, json, position.field);
}

void take_value(Reading& reading, const Json& json, PositionSpec& position) {
  if (json == "width" || json == "height") {
    position.from = From::end;
    return;
  }
  position.from = From::pixels;
  take_number(reading, json, position.pixels);
}

constexpr Property<PositionSpec> kPosition[] = {
    {"field", take_field},
    {"datum", take_datum},
    {"value", take_value},
    {"type", take_field_type},
    {"scale",
     [](Reading& r, const Json& j, PositionSpec& p) {
       p.scale = {};
       p.scale.written = true;
       take_object(r, j, p.scale, kScale);
     }},
    {"axis", take_axis},
    {"sort",
     [](Reading& r, const Json& j, PositionSpec& p) {
       p.keeps_order = j.is_null();
       if (!j.is_null()) refuse_value(r, j, "null");
     }},
};

}  // namespace

void take_position(Reading& reading, const Json& json, PositionSpec& position) {
  if (json.is_object() && json.contains("value")) position = {};
  const bool both = json.is_object() && ((json.contains("field") && position.from == From::datum) ||
                                         (json.contains("datum") && position.from == From::field));
  if (both)
    return reading.refuse(
        {"field と datum を同時に使えません", "field and datum cannot stand together"});
  take_object(reading, json, position, kPosition);
}

}  // namespace yokoten
