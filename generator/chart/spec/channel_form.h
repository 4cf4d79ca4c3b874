#pragma once

#include "chart/spec/channel_parts.h"
#include "chart/spec/field.h"
#include "chart/spec/values.h"

// The forms in which a channel can be written, and how one goes over the form that the layers
// above have given it.

namespace yokoten::chart {

/// By the first of `field`, `datum` and `value` that is there; `open` where none is.
enum class Form { field, datum, value, open };
Form form_of(const Json& json);

/// As Vega-Lite's mergeEncoding: a field or a datum goes over what is above property by property,
/// anything else replaces it. False where the channel is no object or says field and datum at once.
bool begins_well(Reading& reading, const Json& json, Form form);

template <class Channel>
void begin_channel(Reading& reading, Form form, Channel& into) {
  if (form != Form::field && form != Form::datum) into = {};
  into.value = nullptr;
  into.pointer = reading.pointer();
}

/// Decides where the values come from. A datum beats a field of the layers above, which then is
/// only the source of titles.
template <class Channel>
void end_channel(Reading& reading, Written written, bool conditions, Channel& into) {
  into.from = into.datum                  ? From::datum
              : !into.field.steps.empty() ? From::field
              : into.value                ? From::value
                                          : From::nothing;
  if (into.from == From::nothing && !conditions && written == Written::whole)
    reading.refuse({"field、datum、value のどれかが要ります", "field, datum or value is needed"});
}

void take_datum(Reading& reading, const Json& json, const Json*& into);
void take_string_value(Reading& reading, const Json& json, const Json*& into);

template <class Channel>
void channel_field(Reading& reading, const Json& json, Channel& into) {
  take_field(reading, json, into.field);
}

template <class Channel>
void channel_datum(Reading& reading, const Json& json, Channel& into) {
  take_datum(reading, json, into.datum);
}

template <class Channel>
void channel_type(Reading& reading, const Json& json, Channel& into) {
  take_type(reading, json, into.type);
}

template <class Channel>
void channel_title(Reading& reading, const Json& json, Channel& into) {
  take_title(reading, json, into.title, into.title_null);
}

template <class Channel, ChannelKind kind>
void channel_scale(Reading& reading, const Json& json, Channel& into) {
  into.scale.clear();
  into.scale_null = json.is_null();
  if (into.scale_null) return;
  ScaleSpec made;
  take_scale(reading, json, kind, made);
  into.scale = std::move(made);
}

template <class Channel>
void channel_sort(Reading& reading, const Json& json, Channel& into) {
  SortSpec made;
  take_sort(reading, json, true, made);
  into.sort = std::move(made);
}

void take_position(Reading& reading, const Json& json, ChannelKind kind, Written written,
                   PositionSpec& into);
void take_look(Reading& reading, const Json& json, ChannelKind kind, Written written,
               LookSpec& into);
void take_text_channel(Reading& reading, const Json& json, ChannelKind kind, Written written,
                       TextSpec& into);
void take_tooltip_channel(Reading& reading, const Json& json, EncodingSpec& into);
void take_order_channel(Reading& reading, const Json& json, ChannelSpec& into);
void take_detail_channel(Reading& reading, const Json& json, EncodingSpec& into);

}  // namespace yokoten::chart
