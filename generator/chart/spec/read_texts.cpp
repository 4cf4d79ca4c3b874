#include "chart/spec/channel_form.h"
#include "chart/spec/link.h"

namespace yokoten::chart {
namespace {

using Line = TextSpec;

void take_format(Reading& reading, const Json& json, Line& into) {
  take_text(reading, json, into.format);
}

void take_format_type(Reading& reading, const Json& json, Line& into) {
  if (const auto at = take_word(reading, json, kFormatTypes)) into.format_type = kFormatTypes[*at];
}

void take_condition_of(Reading& reading, const Json& json, Line& into) {
  take_conditions(reading, json, take_string_value, into.conditions);
}

constexpr Property<Line> kLineField[] = {{"field", channel_field<Line>}};
constexpr Property<Line> kLineDatum[] = {{"datum", channel_datum<Line>}};
constexpr Property<Line> kLineShared[] = {{"type", channel_type<Line>},
                                          {"title", channel_title<Line>},
                                          {"format", take_format},
                                          {"formatType", take_format_type}};
constexpr Property<Line> kCondition[] = {{"condition", take_condition_of}};
constexpr Property<Line> kTextValue[] = {
    {"value", [](Reading& r, const Json& j, Line& l) { take_string_value(r, j, l.value); }}};

void take_link(Reading& reading, const Json& json, const Json*& into) {
  take_string_value(reading, json, into);
  if (!reading.failed() && !is_safe_link(json.text())) reading.refuse(unsafe_link());
}

void take_condition_of_link(Reading& reading, const Json& json, Line& into) {
  take_conditions(reading, json, take_link, into.conditions);
}

constexpr Property<Line> kLinkCondition[] = {{"condition", take_condition_of_link}};
constexpr Property<Line> kLinkValue[] = {
    {"value", [](Reading& r, const Json& j, Line& l) { take_link(r, j, l.value); }}};

// One line of a tooltip, or all of it.
void take_tooltip_line(Reading& reading, const Json& json, Line& into) {
  if (!is_object(reading, json)) return;
  into.pointer = reading.pointer();
  take_object(reading, json, into, {kLineField, kLineShared});
  into.from = From::field;
  if (into.field.steps.empty()) reading.refuse({"field が要ります", "field is needed"});
}

constexpr Property<ChannelSpec> kOrder[] = {{"field", channel_field<ChannelSpec>},
                                            {"type", channel_type<ChannelSpec>},
                                            {"sort", [](Reading& r, const Json& j, ChannelSpec& c) {
                                               SortSpec sort;
                                               if (const auto at = take_word(r, j, kSortOrders))
                                                 sort.kind = *at == 0 ? SortKind::ascending
                                                                      : SortKind::descending;
                                               sort.descending = sort.kind == SortKind::descending;
                                               c.sort = std::move(sort);
                                             }}};

void take_order_object(Reading& reading, const Json& json, bool listed, ChannelSpec& into) {
  if (!is_object(reading, json)) return;
  begin_channel(reading, form_of(json), into);
  take_object(reading, json, into, {kOrder});
  into.from = into.field.steps.empty() ? From::nothing : From::field;
  if (into.from == From::nothing && (listed || json.size() != 1 || !find(json, "sort")))
    reading.refuse({"field が要ります", "field is needed"});
}

constexpr Property<ChannelSpec> kDetail[] = {{"field", channel_field<ChannelSpec>},
                                             {"type", channel_type<ChannelSpec>}};

void take_detail(Reading& reading, const Json& json, std::vector<Field>& into) {
  ChannelSpec one;
  take_object(reading, json, one, {kDetail});
  if (one.field.steps.empty()) reading.refuse({"field が要ります", "field is needed"});
  into.push_back(std::move(one.field));
}

}  // namespace

void take_text_channel(Reading& reading, const Json& json, ChannelKind kind, Written written,
                       TextSpec& into) {
  const Form form = form_of(json);
  if (!begins_well(reading, json, form)) return;
  begin_channel(reading, form, into);
  const bool link = kind == ChannelKind::href;
  const Table<Line> condition = link ? Table<Line>(kLinkCondition) : Table<Line>(kCondition);
  if (form == Form::value)
    take_object(reading, json, into,
                {link ? Table<Line>(kLinkValue) : Table<Line>(kTextValue), condition});
  else if (form == Form::datum && kind == ChannelKind::text)
    take_object(reading, json, into, {kLineDatum, kLineShared, condition});
  else
    take_object(reading, json, into, {kLineField, kLineShared, condition});
  end_channel(reading, written, !into.conditions.empty(), into);
}

void take_tooltip_channel(Reading& reading, const Json& json, EncodingSpec& into) {
  into.tooltip.clear();
  if (json.is_null()) return;
  if (json.is_array()) {
    take_items(reading, json, [&](const Json& line) {
      take_tooltip_line(reading, line, into.tooltip.emplace_back());
    });
    return;
  }
  TextSpec& line = into.tooltip.emplace_back();
  if (form_of(json) != Form::value) return take_tooltip_line(reading, json, line);
  line.pointer = reading.pointer();
  line.from = From::value;
  take_object(reading, json, line, {kTextValue});
}

void take_order_channel(Reading& reading, const Json& json, ChannelSpec& into) {
  if (!json.is_array()) return take_order_object(reading, json, false, into);
  if (json.size() != 1)
    return reading.refuse({"order の項目は一つだけです", "order can hold one field only"});
  const Inside here(reading, std::size_t{0});
  take_order_object(reading, json[0], true, into);
}

void take_detail_channel(Reading& reading, const Json& json, EncodingSpec& into) {
  into.detail.clear();
  into.detail_pointer = reading.pointer();
  if (!json.is_array()) return take_detail(reading, json, into.detail);
  take_items(reading, json, [&](const Json& one) { take_detail(reading, one, into.detail); });
}

}  // namespace yokoten::chart
