#include <algorithm>

#include "chart/spec/channel_parts.h"
#include "chart/spec/field.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

using Sort = SortSpec;

constexpr std::string_view kSortChannels[] = {"x", "y", "color", "size", "opacity", "text"};
constexpr std::string_view kOps[] = {"min", "max", "sum", "mean"};

void take_order(Reading& reading, const Json& json, Sort& sort) {
  if (json.is_null()) return;
  if (const auto at = take_word(reading, json, kSortOrders)) sort.descending = *at == 1;
}

void take_op(Reading& reading, const Json& json, Sort& sort) {
  if (const auto at = take_word(reading, json, kOps)) sort.op = std::string(kOps[*at]);
}

void take_encoding_name(Reading& reading, const Json& json, Sort& sort) {
  if (const auto at = take_word(reading, json, kSortChannels)) sort.channel = kSortChannels[*at];
}

constexpr Property<Sort> kByField[] = {
    {"field", [](Reading& r, const Json& j, Sort& s) { take_field(r, j, s.field); }},
    {"op", take_op},
    {"order", take_order}};
constexpr Property<Sort> kByChannel[] = {{"encoding", take_encoding_name}, {"order", take_order}};

void take_object_form(Reading& reading, const Json& json, bool by_channel, Sort& sort) {
  if (by_channel && find(json, "encoding")) {
    sort.kind = SortKind::channel;
    return take_object(reading, json, sort, {kByChannel});
  }
  sort.kind = SortKind::field;
  take_object(reading, json, sort, {kByField});
  if (sort.field.steps.empty()) reading.refuse({"field が要ります", "field is needed"});
}

// "ascending", or a channel with or without a minus before it.
void take_text_form(Reading& reading, const Json& json, bool by_channel, Sort& sort) {
  const auto& text = json.text();
  if (text == "ascending" || text == "descending") {
    sort.descending = text == "descending";
    sort.kind = sort.descending ? SortKind::descending : SortKind::ascending;
    return;
  }
  const std::string_view channel = text.starts_with('-') ? text.substr(1) : text;
  if (by_channel && std::ranges::find(kSortChannels, channel) != std::end(kSortChannels)) {
    sort.kind = SortKind::channel;
    sort.channel = channel;
    sort.descending = text.starts_with('-');
    return;
  }
  constexpr static std::string_view kWords[] = {
      "ascending", "descending", "x",     "-x",      "y",        "-y",   "color",
      "-color",    "size",       "-size", "opacity", "-opacity", "text", "-text"};
  refuse_word(reading, json, by_channel ? Words(kWords) : Words(kSortOrders));
}

}  // namespace

void take_sort(Reading& reading, const Json& json, bool by_channel, SortSpec& sort) {
  sort = {};
  if (json.is_null()) {
    sort.kind = SortKind::data;
  } else if (json.is_array()) {
    sort.kind = SortKind::list;
    take_values(reading, json, sort.list);
  } else if (json.is_string()) {
    take_text_form(reading, json, by_channel, sort);
  } else if (json.is_object()) {
    take_object_form(reading, json, by_channel, sort);
  } else {
    refuse_value(reading, json, "\"ascending\", \"descending\", null, […], {field, op, order}");
  }
}

}  // namespace yokoten::chart
