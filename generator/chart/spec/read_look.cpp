#include "chart/spec/channel_form.h"
#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using Look = LookSpec;

void take_colour_value(Reading& reading, const Json& json, const Json*& into) {
  Paint colour;
  take_paint(reading, json, colour, true);
  into = &json;
}

void take_opacity_value(Reading& reading, const Json& json, const Json*& into) {
  Number amount;
  take_number(reading, json, amount, 0, 1);
  into = &json;
}

void take_size_value(Reading& reading, const Json& json, const Json*& into) {
  Number amount;
  take_number(reading, json, amount, 0);
  into = &json;
}

void take_legend_of(Reading& reading, const Json& json, Look& into) {
  into.legend.clear();
  into.legend_null = json.is_null();
  if (into.legend_null) return;
  LegendSpec made;
  take_legend(reading, json, made);
  into.legend = std::move(made);
}

template <auto Take>
void value(Reading& reading, const Json& json, Look& into) {
  Take(reading, json, into.value);
}

template <auto Take>
void conditions(Reading& reading, const Json& json, Look& into) {
  take_conditions(reading, json, Take, into.conditions);
}

constexpr Property<Look> kField[] = {{"field", channel_field<Look>},
                                     {"type", channel_type<Look>},
                                     {"title", channel_title<Look>},
                                     {"sort", channel_sort<Look>},
                                     {"legend", take_legend_of}};
constexpr Property<Look> kDatum[] = {
    {"datum", channel_datum<Look>}, {"type", channel_type<Look>}, {"title", channel_title<Look>}};

// What differs between the channels: the scale, and what a value may be.
template <ChannelKind kind, auto Take>
constexpr Property<Look> kLookScale[] = {{"scale", channel_scale<Look, kind>}};
template <auto Take>
constexpr Property<Look> kConditions[] = {{"condition", conditions<Take>}};
template <auto Take>
constexpr Property<Look> kValue[] = {{"value", value<Take>}};

template <ChannelKind kind, auto Take>
void take(Reading& reading, const Json& json, Form form, Look& into) {
  switch (form) {
    case Form::datum:
      return take_object(reading, json, into, {kDatum, kConditions<Take>});
    case Form::value:
      return take_object(reading, json, into, {kValue<Take>, kConditions<Take>});
    default:
      return take_object(reading, json, into, {kField, kLookScale<kind, Take>, kConditions<Take>});
  }
}

}  // namespace

void take_look(Reading& reading, const Json& json, ChannelKind kind, Written written,
               LookSpec& into) {
  const Form form = form_of(json);
  if (!begins_well(reading, json, form)) return;
  begin_channel(reading, form, into);
  if (kind == ChannelKind::color)
    take<ChannelKind::color, take_colour_value>(reading, json, form, into);
  else if (kind == ChannelKind::opacity)
    take<ChannelKind::opacity, take_opacity_value>(reading, json, form, into);
  else
    take<ChannelKind::size, take_size_value>(reading, json, form, into);
  end_channel(reading, written, !into.conditions.empty(), into);
}

}  // namespace yokoten::chart
