#include <fmt/format.h>

#include "chart/spec/checks.h"
#include "chart/spec/mark_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

constexpr unsigned kRanged =
    bit(MarkType::bar) | bit(MarkType::area) | bit(MarkType::rect) | bit(MarkType::rule);
constexpr unsigned kSized = bit(MarkType::point) | bit(MarkType::tick) | bit(MarkType::rule) |
                            bit(MarkType::bar) | bit(MarkType::text) | bit(MarkType::line);

struct Support {
  std::string_view channel;
  unsigned marks;
};
constexpr unsigned kPlaced = kAllMarks & ~bit(MarkType::geoshape);
constexpr Support kSupport[] = {{"x", kPlaced},  {"y", kPlaced},   {"x2", kRanged},
                                {"y2", kRanged}, {"size", kSized}, {"text", bit(MarkType::text)}};

unsigned marks_with(std::string_view channel) {
  for (const Support& support : kSupport)
    if (support.channel == channel) return support.marks;
  return kAllMarks;
}

// Refuses channels that the mark's own encoding says in vain.
void check_own(Reading& reading, const Json* own, MarkType mark) {
  if (!own) return;
  const Inside here(reading, "encoding");
  for (const auto& item : own->members())
    if (!supports(mark, item.first)) {
      const auto name = mark_names(bit(mark)), good = mark_names(marks_with(item.first));
      return reading.refuse_at(
          item.first,
          {fmt::format("「{}」は {} では効きません（効くもの: {}）", item.first, name, good),
           fmt::format("'{}' has no effect on {}; it has on {}", item.first, name, good)});
    }
}

// What layers share and this mark cannot use is none of its business; nor is what they leave to it
// and it does not complete.
void drop_unusable(const Json* own, MarkType mark, EncodingSpec& encoding) {
  const auto drop = [&](std::string_view name, auto& channel) {
    if (channel.pointer.empty()) return;  // nobody says it
    const bool open = channel.from == From::nothing && !(own && find(*own, name));
    if (open || !supports(mark, name)) channel = {};
  };
  drop("x", encoding.x);
  drop("y", encoding.y);
  drop("x2", encoding.x2);
  drop("y2", encoding.y2);
  drop("color", encoding.color);
  drop("opacity", encoding.opacity);
  drop("size", encoding.size);
  drop("text", encoding.text);
  drop("href", encoding.href);
  drop("description", encoding.description);
  drop("order", encoding.order);
}

FieldType datum_type(const Json& datum) {
  if (datum.is_number()) return FieldType::quantitative;
  if (datum.is_string()) return FieldType::nominal;
  return datum.is_object() ? FieldType::temporal : FieldType::none;
}

// Vega-Lite's default: by an array to sort by, by the scale, else nominal.
FieldType field_type(const ChannelSpec& channel) {
  if (channel.sort->kind == SortKind::list) return FieldType::ordinal;
  switch (channel.scale->type) {
    case ScaleType::linear:
    case ScaleType::log:
    case ScaleType::threshold:
    case ScaleType::quantize:
      return FieldType::quantitative;
    case ScaleType::time:
      return FieldType::temporal;
    default:
      return FieldType::nominal;
  }
}

void check_datum(Reading& reading, const ChannelSpec& channel) {
  const Json& datum = *channel.datum;
  const bool good = channel.type == FieldType::quantitative ? datum.is_number()
                    : channel.type == FieldType::temporal
                        ? datum.is_number() || datum.is_string() || datum.is_object()
                        : !datum.is_object();
  if (!good || channel.type == FieldType::none)
    reading.refuse_there(channel.pointer + "/datum",
                         {"datum が type に合いません", "the datum does not fit the type"});
}

void settle_type(Reading& reading, ChannelSpec& channel, FieldType otherwise = FieldType::none) {
  if (channel.from == From::datum) {
    if (channel.type == FieldType::none) channel.type = datum_type(*channel.datum);
    return check_datum(reading, channel);
  }
  if (channel.from != From::field || channel.type != FieldType::none) return;
  channel.type = otherwise == FieldType::none ? field_type(channel) : otherwise;
}

void settle_types(Reading& reading, EncodingSpec& e) {
  for (ChannelSpec* channel : std::initializer_list<ChannelSpec*>{
           &e.x, &e.y, &e.color, &e.opacity, &e.size, &e.text, &e.href, &e.description})
    settle_type(reading, *channel);
  for (TextSpec& line : e.tooltip) settle_type(reading, line);
  settle_type(reading, e.order, FieldType::ordinal);
  // A second end is measured as the first.
  if (e.x2.from == From::datum && e.x2.type == FieldType::none) e.x2.type = e.x.type;
  if (e.y2.from == From::datum && e.y2.type == FieldType::none) e.y2.type = e.y.type;
  if (e.x2.from == From::datum) check_datum(reading, e.x2);
  if (e.y2.from == From::datum) check_datum(reading, e.y2);
}

void check_text(Reading& reading, const TextSpec& channel) {
  if (channel.format.empty() || channel.from == From::nothing) return;
  Reading there;
  check_format(there, channel.format,
               channel.format_type.empty() ? channel.type == FieldType::temporal
                                           : channel.format_type == "time");
  if (there.failed()) reading.refuse_there(channel.pointer + "/format", there.problem().message);
}

void check_second(Reading& reading, const PositionSpec& first, const PositionSpec& second,
                  std::string_view name) {
  if (second.from == From::nothing || first.from != From::nothing) return;
  const std::string needed(name);
  reading.refuse_there(second.pointer,
                       {needed + "2 には " + needed + " が要ります", needed + "2 needs " + needed});
}

bool reads_fields(const EncodingSpec& e) {
  for (const ChannelSpec* channel : std::initializer_list<const ChannelSpec*>{
           &e.x, &e.y, &e.x2, &e.y2, &e.color, &e.opacity, &e.size, &e.text, &e.href,
           &e.description, &e.order})
    if (channel->from == From::field) return true;
  return false;
}

// Reading as dates changes nothing for fields that are dates anyway.
void check_parse(Reading& reading, const LayerSpec& layer) {
  const EncodingSpec& e = layer.encoding;
  const Json* parse = layer.data.parse;
  if (!parse) return;
  for (const ChannelSpec* channel : std::initializer_list<const ChannelSpec*>{
           &e.x, &e.y, &e.color, &e.opacity, &e.size, &e.text, &e.href, &e.description, &e.order}) {
    const bool temporal = channel->type == FieldType::temporal;
    const bool bad =
        parse->is_null() ? temporal : !temporal && find(*parse, channel->field.written) != nullptr;
    if (channel->from == From::field && bad)
      return reading.refuse_there(
          channel->pointer + "/type",
          {"data.format.parse がこの項目の type と食い違います。parse を取り除いてください",
           "data.format.parse disagrees with this type; remove parse"});
  }
}

void check_needs(Reading& reading, const LayerSpec& layer) {
  const EncodingSpec& e = layer.encoding;
  const MarkType mark = layer.mark.type;
  if (mark == MarkType::text && e.text.from == From::nothing && !layer.mark.style.text)
    reading.refuse({"text には encoding.text か mark.text が要ります",
                    "a text mark needs encoding.text or mark.text"});
  if (mark == MarkType::text && e.text.from != From::nothing && layer.mark.style.text)
    reading.refuse_there(layer.pointer + "/mark/text",
                         {"encoding.text があるとき mark.text は効きません",
                          "mark.text has no effect beside encoding.text"});
  if (mark == MarkType::rule && e.x.from == From::nothing && e.y.from == From::nothing)
    reading.refuse({"rule には x か y が要ります", "a rule needs x or y"});
  const bool rows = layer.data.rows || layer.data.topology;
  if (!rows && (reads_fields(e) || mark == MarkType::geoshape))
    reading.refuse({"data がありません", "there are no data"});
  check_second(reading, e.x, e.x2, "x");
  check_second(reading, e.y, e.y2, "y");
}

}  // namespace

bool supports(MarkType mark, std::string_view channel) {
  return (marks_with(channel) & bit(mark)) != 0;
}

void check_layer(Reading& reading, const Json* own, LayerSpec& layer) {
  check_own(reading, own, layer.mark.type);
  EncodingSpec& e = layer.encoding;
  drop_unusable(own, layer.mark.type, e);
  settle_types(reading, e);
  check_needs(reading, layer);
  if (reading.failed()) return;
  check_position(reading, layer, e.x);
  check_position(reading, layer, e.y);
  check_look(reading, layer, e.color, true);
  check_look(reading, layer, e.opacity, false);
  check_look(reading, layer, e.size, false);
  for (const TextSpec* channel : {&e.text, &e.href, &e.description}) check_text(reading, *channel);
  for (const TextSpec& line : e.tooltip) check_text(reading, line);
  check_parse(reading, layer);
}

}  // namespace yokoten::chart
