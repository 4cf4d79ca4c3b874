#include "chart/spec/channel_form.h"
#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using Position = PositionSpec;

template <AxisOf which>
void axis(Reading& reading, const Json& json, Position& into) {
  into.axis.clear();
  into.axis_null = json.is_null();
  if (into.axis_null) return;
  if (json.is_boolean() && !json.truth())
    return reading.refuse(
        {"軸を描かないときは null と書きます", "say null where no axis is wanted"});
  AxisSpec made;
  take_axis(reading, json, which, made);
  into.axis = std::move(made);
}

void take_stack(Reading& reading, const Json& json, Position& into) {
  constexpr static std::string_view kStacks[] = {"zero", "normalize", "center"};
  if (json.is_null() || json.is_boolean())
    into.stack = json.is_boolean() && json.truth() ? Stack::zero : Stack::none;
  else if (!json.is_string())
    refuse_value(reading, json, "\"zero\", \"normalize\", \"center\", null, true, false");
  else if (const auto at = take_word(reading, json, kStacks))
    into.stack = static_cast<Stack>(static_cast<std::size_t>(Stack::zero) + *at);
}

constexpr Property<Position> kPositionField[] = {{"field", channel_field<Position>},
                                                 {"sort", channel_sort<Position>}};
constexpr Property<Position> kPositionDatum[] = {{"datum", channel_datum<Position>}};
constexpr Property<Position> kPositionBand[] = {
    {"title", channel_title<Position>},
    {"bandPosition",
     [](Reading& r, const Json& j, Position& p) { take_number(r, j, p.band_position, 0, 1); }}};
constexpr Property<Position> kPositionShared[] = {{"type", channel_type<Position>},
                                                  {"stack", take_stack}};
constexpr Property<Position> kX[] = {{"scale", channel_scale<Position, ChannelKind::x>},
                                     {"axis", axis<AxisOf::x>}};
constexpr Property<Position> kY[] = {{"scale", channel_scale<Position, ChannelKind::y>},
                                     {"axis", axis<AxisOf::y>}};

constexpr Property<Position> kSecondField[] = {{"field", channel_field<Position>},
                                               {"title", channel_title<Position>}};
constexpr Property<Position> kSecondDatum[] = {{"datum", channel_datum<Position>},
                                               {"type", channel_type<Position>}};
constexpr Property<Position> kSecondBand[] = {kPositionBand[1]};

template <bool across>
void value(Reading& reading, const Json& json, Position& into) {
  Number pixels;
  if (json != (across ? "width" : "height")) take_number(reading, json, pixels);
  if (reading.failed()) return;
  into.value = &json;
}
constexpr Property<Position> kValueX[] = {{"value", value<true>}};
constexpr Property<Position> kValueY[] = {{"value", value<false>}};

}  // namespace

void take_position(Reading& reading, const Json& json, ChannelKind kind, Written written,
                   PositionSpec& into) {
  const Form form = form_of(json);
  if (!begins_well(reading, json, form)) return;
  begin_channel(reading, form, into);
  const bool across = kind == ChannelKind::x || kind == ChannelKind::x2;
  const bool second = kind == ChannelKind::x2 || kind == ChannelKind::y2;
  if (form == Form::value)
    take_object(reading, json, into, {across ? kValueX : kValueY});
  else if (second && form == Form::datum)
    take_object(reading, json, into, {kSecondDatum, kSecondBand});
  else if (second)
    take_object(reading, json, into, {kSecondField, kSecondBand});
  else if (form == Form::datum)
    take_object(reading, json, into,
                {kPositionDatum, kPositionBand, kPositionShared, across ? kX : kY});
  else
    take_object(reading, json, into,
                {kPositionField, kPositionBand, kPositionShared, across ? kX : kY});
  end_channel(reading, written, false, into);
}

}  // namespace yokoten::chart
