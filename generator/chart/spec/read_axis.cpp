#include "chart/spec/guide_parts.h"
#include "chart/spec/predicate.h"

namespace yokoten::chart {
namespace {

using Axis = AxisSpec;
using Take = void (*)(Reading&, const Json&, Text&);

constexpr double kMostTicks = 1000;  // more would be a mistake, and slow

// The test of a label: its value equals a text or is one of several.
void take_label_test(Reading& reading, const Json& json, std::vector<std::string>& values) {
  std::vector<Predicate> all;
  take_test(reading, json, all);
  if (reading.failed()) return;
  bool good = all.size() == 1 && !all[0].negated && all[0].field.written == "value" &&
              (all[0].test == Test::equal || all[0].test == Test::one_of);
  for (std::size_t i = 0; good && i < all[0].operands.size(); ++i) {
    good = all[0].operands[i]->is_string();
    if (good) values.emplace_back(all[0].operands[i]->text());
  }
  if (!good)
    reading.refuse(
        {"目盛の文字の条件は {\"field\": \"value\", \"equal\": \"…\"} か {\"field\": \"value\", "
         "\"oneOf\": [\"…\"]} だけです",
         "labels can be tested by {\"field\": \"value\", \"equal\": \"…\"} or {\"field\": "
         "\"value\", \"oneOf\": [\"…\"]} only"});
}

void take_label_condition(Reading& reading, const Json& json, Take take,
                          std::vector<LabelCondition>& into) {
  if (!is_object(reading, json)) return;
  LabelCondition condition;
  Text then;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (item.first == "test")
      take_label_test(reading, item.second, condition.values);
    else if (item.first == "value")
      take(reading, item.second, then);
    else
      refuse_property(reading, item.first, {"test", "value"});
    if (reading.failed()) return;
  }
  if (!then || !find(json, "test"))
    return reading.refuse({"test と value が要ります", "test and value are needed"});
  condition.then = *then;
  into.push_back(std::move(condition));
}

// A plain value, or {"condition": {"test", "value"}, "value"}.
void take_conditional(Reading& reading, const Json& json, Take take, Text& value,
                      std::vector<LabelCondition>& conditions) {
  conditions.clear();
  if (!json.is_object()) return take(reading, json, value);
  value.reset();
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (item.first == "value")
      take(reading, item.second, value);
    else if (item.first != "condition")
      refuse_property(reading, item.first, {"condition", "value"});
    else if (!take_items(reading, item.second, [&](const Json& one) {
               take_label_condition(reading, one, take, conditions);
             }))
      take_label_condition(reading, item.second, take, conditions);
    if (reading.failed()) return;
  }
  if (!value || !find(json, "condition"))
    reading.refuse({"condition と value が要ります", "condition and value are needed"});
}

void take_nullable_paint(Reading& reading, const Json& json, Text& into) {
  take_paint(reading, json, into, true);
}

void take_label_color(Reading& reading, const Json& json, Axis& axis) {
  take_conditional(reading, json, take_nullable_paint, axis.label_color,
                   axis.label_color_conditions);
}

void take_label_weight(Reading& reading, const Json& json, Axis& axis) {
  take_conditional(reading, json, take_weight, axis.label_font_weight,
                   axis.label_weight_conditions);
}

void take_overlap(Reading& reading, const Json& json, Axis& axis) {
  if (json.is_boolean())
    axis.label_overlap = json.truth() ? Overlap::parity : Overlap::off;
  else if (json == "parity" || json == "greedy")
    axis.label_overlap = json == "parity" ? Overlap::parity : Overlap::greedy;
  else
    refuse_value(reading, json, "true, false, \"parity\", \"greedy\"");
}

template <auto Switch, auto Pixels>
void flag_or_pixels(Reading& reading, const Json& json, Axis& axis) {
  if (json.is_boolean())
    axis.*Switch = json.truth();
  else if (json.is_number())
    take_number(reading, json, axis.*Pixels);
  else
    refuse_value(reading, json, "true, false, number");
}

constexpr Property<Axis> kInterval[] = {{"interval", word<&Axis::tick_interval, kIntervals>},
                                        {"step", [](Reading& r, const Json& j, Axis& a) {
                                           take_number(r, j, a.tick_interval_step, 1, kMostTicks);
                                         }}};

void take_tick_count(Reading& reading, const Json& json, Axis& axis) {
  if (json.is_string()) return word<&Axis::tick_interval, kIntervals>(reading, json, axis);
  if (!json.is_object()) return take_number(reading, json, axis.tick_count, 0, kMostTicks);
  take_object(reading, json, axis, {kInterval});
  if (!axis.tick_interval || !axis.tick_interval_step)
    reading.refuse({"interval と step が要ります", "interval and step are needed"});
}

void take_tick_band(Reading& reading, const Json& json, Axis& axis) {
  constexpr static std::string_view kTickBands[] = {"center", "extent"};
  if (const auto at = take_word(reading, json, kTickBands)) axis.tick_band_extent = *at == 1;
}

template <std::string TimeForms::*Member>
void form(Reading& reading, const Json& json, TimeForms& forms) {
  if (!json.is_string()) return refuse_value(reading, json, "string");
  check_format(reading, json.text(), true);
  forms.*Member = json.text();
}

constexpr Property<TimeForms> kForms[] = {{"year", form<&TimeForms::year>},
                                          {"quarter", form<&TimeForms::quarter>},
                                          {"month", form<&TimeForms::month>},
                                          {"week", form<&TimeForms::week>},
                                          {"date", form<&TimeForms::date>},
                                          {"hours", form<&TimeForms::hours>},
                                          {"minutes", form<&TimeForms::minutes>},
                                          {"seconds", form<&TimeForms::seconds>},
                                          {"milliseconds", form<&TimeForms::milliseconds>}};

// One format, or for times one a unit.
void take_axis_format(Reading& reading, const Json& json, Axis& axis) {
  axis.format.reset();
  axis.time_forms.reset();
  if (!json.is_object()) return text<&Axis::format>(reading, json, axis);
  axis.time_forms.emplace();
  take_object(reading, json, *axis.time_forms, {kForms});
}

// Only one axis can say these; `config` speaks for several.
constexpr Property<Axis> kOwn[] = {
    {"title", [](Reading& r, const Json& j, Axis& a) { take_title(r, j, a.title, a.title_null); }},
    {"values",
     [](Reading& r, const Json& j, Axis& a) {
       take_values(r, j, a.values);
       a.values_written = true;
     }},
    {"format", take_axis_format},
    {"formatType", word<&Axis::format_type, kFormatTypes>},
    {"labelExpr",
     [](Reading& r, const Json& j, Axis& a) { take_label_expression(r, j, a.label_pieces); }},
};

constexpr Property<Axis> kShared[] = {
    {"grid", flag<&Axis::grid>},
    {"ticks", flag<&Axis::ticks>},
    {"labels", flag<&Axis::labels>},
    {"domain", flag<&Axis::domain>},
    {"tickCount", take_tick_count},
    {"tickMinStep", length<&Axis::tick_min_step>},
    {"labelAngle", angle<&Axis::label_angle>},
    {"labelPadding", number<&Axis::label_padding>},
    {"labelSeparation", number<&Axis::label_separation>},
    {"labelLimit", number<&Axis::label_limit>},
    {"labelFontSize", length<&Axis::label_font_size>},
    {"labelOpacity", opacity<&Axis::label_opacity>},
    {"labelOffset", number<&Axis::label_offset>},
    {"labelAlign", word<&Axis::label_align, kAligns>},
    {"labelBaseline", word<&Axis::label_baseline, kBaselines>},
    {"labelFont", text<&Axis::label_font>},
    {"labelFontWeight", take_label_weight},
    {"labelColor", take_label_color},
    {"labelOverlap", take_overlap},
    {"labelFlush", flag_or_pixels<&Axis::label_flush, &Axis::label_flush_px>},
    {"labelBound", flag_or_pixels<&Axis::label_bound, &Axis::label_bound_px>},
    {"tickBand", take_tick_band},
    {"tickSize", length<&Axis::tick_size>},
    {"tickWidth", length<&Axis::tick_width>},
    {"tickOffset", number<&Axis::tick_offset>},
    {"tickOpacity", opacity<&Axis::tick_opacity>},
    {"tickRound", flag<&Axis::tick_round>},
    {"tickExtra", flag<&Axis::tick_extra>},
    {"tickColor", paint<&Axis::tick_color>},
    {"tickDash", dashes<&Axis::tick_dash>},
    {"domainWidth", length<&Axis::domain_width>},
    {"domainOpacity", opacity<&Axis::domain_opacity>},
    {"domainColor", paint<&Axis::domain_color>},
    {"domainDash", dashes<&Axis::domain_dash>},
    {"gridWidth", length<&Axis::grid_width>},
    {"gridOpacity", opacity<&Axis::grid_opacity>},
    {"gridColor", paint<&Axis::grid_color>},
    {"gridDash", dashes<&Axis::grid_dash>},
    {"titleAlign", word<&Axis::title_align, kAligns>},
    {"titleAnchor", word<&Axis::title_anchor, kAnchors>},
    {"titleBaseline", word<&Axis::title_baseline, kBaselines>},
    {"titleFont", text<&Axis::title_font>},
    {"titleFontWeight", weight<&Axis::title_font_weight>},
    {"titleAngle", angle<&Axis::title_angle>},
    {"titlePadding", number<&Axis::title_padding>},
    {"titleX", number<&Axis::title_x>},
    {"titleY", number<&Axis::title_y>},
    {"titleFontSize", length<&Axis::title_font_size>},
    {"titleLimit", length<&Axis::title_limit>},
    {"titleOpacity", opacity<&Axis::title_opacity>},
    {"titleColor", paint<&Axis::title_color>},
    {"offset", number<&Axis::offset>},
    {"bandPosition", opacity<&Axis::band_position>},
    {"minExtent", number<&Axis::min_extent>},
    {"maxExtent", number<&Axis::max_extent>},
    {"zindex", [](Reading& r, const Json& j, Axis& a) { take_number(r, j, a.zindex, 0, 1); }},
};

constexpr std::string_view kAcross[] = {"top", "bottom"};
constexpr std::string_view kDown[] = {"left", "right"};
constexpr Property<Axis> kOrientX[] = {{"orient", word<&Axis::orient, kAcross>}};
constexpr Property<Axis> kOrientY[] = {{"orient", word<&Axis::orient, kDown>}};

}  // namespace

void take_axis(Reading& reading, const Json& json, AxisOf which, AxisSpec& axis) {
  take_object(reading, json, axis, {kOwn, kShared, which == AxisOf::x ? kOrientX : kOrientY});
}

void take_axis_config(Reading& reading, const Json& json, AxisOf which, AxisSpec& axis) {
  if (which == AxisOf::either) return take_object(reading, json, axis, {kShared});
  take_object(reading, json, axis, {kShared, which == AxisOf::x ? kOrientX : kOrientY});
}

}  // namespace yokoten::chart
