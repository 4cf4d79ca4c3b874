#include "chart/check_spec.h"

namespace yokoten {
namespace {

void refuse_channel(Reading& reading, std::string_view channel) {
  reading.enter(channel);
  refuse_property(reading, channel);
  reading.leave();
}

bool is_discrete(FieldType type) {
  return type == FieldType::ordinal || type == FieldType::nominal;
}

// Vega-Lite sorts categories by their letters unless told; here they stay as they come.
void check_scale(Reading& reading, const PositionSpec& position) {
  const ScaleSpec& scale = position.scale;
  const bool discrete = is_discrete(position.type);
  if (discrete && scale.domain.empty() && !position.keeps_order)
    reading.refuse(
        {"順序を決める domain か sort: null が要ります", "the order needs a domain or sort: null"});
  if (!discrete && position.keeps_order) refuse_channel(reading, "sort");
  reading.enter("scale");
  if (discrete && scale.zero) refuse_channel(reading, "zero");
  if (discrete && scale.nice) refuse_channel(reading, "nice");
  if (discrete && scale.clamp) refuse_channel(reading, "clamp");
  if (!discrete && scale.padding_inner) refuse_channel(reading, "paddingInner");
  if (!discrete && scale.padding_outer) refuse_channel(reading, "paddingOuter");
  if (position.type == FieldType::temporal && scale.zero) refuse_channel(reading, "zero");
  if (position.type == FieldType::temporal && scale.nice) refuse_channel(reading, "nice");
  if (!discrete && !scale.domain.empty() && scale.domain.size() != 2)
    reading.refuse_at("domain", {"domain は両端の二つです", "the domain is its two ends"});
  reading.leave();
}

void check_axis_values(Reading& reading, const PositionSpec& position) {
  const bool temporal = position.type == FieldType::temporal;
  for (const Json* value : position.axis.values)
    if (temporal ? !value->is_string() : !value->is_number())
      refuse_value(reading, *value, temporal ? "\"2024-09-13\"" : "number");
  if (temporal && position.axis.labels && position.axis.values.empty())
    reading.refuse_at("values", {"時間軸には目盛の日付が要ります", "a time axis needs its values"});
}

void check_axis(Reading& reading, const PositionSpec& position, bool across) {
  const AxisSpec& axis = position.axis;
  const bool discrete = is_discrete(position.type);
  if (axis.hidden) return;
  reading.enter("axis");
  if (!across && !axis.title.empty()) refuse_channel(reading, "title");
  if (!axis.title_null && axis.title.empty())
    reading.refuse_at("title", {"軸の title を書いてください（縦軸は null）",
                                "write the title of the axis (null for y)"});
  if (!axis.title.empty() && !axis.title_at_end)
    reading.refuse_at("titleAnchor", {"\"end\" だけが使えます", "only \"end\" is drawn here"});
  if (discrete && axis.tick_count > 0) refuse_channel(reading, "tickCount");
  if (discrete && !axis.values.empty()) refuse_channel(reading, "values");
  if (discrete && !axis.unit.empty()) refuse_channel(reading, "labelExpr");
  if (!discrete && !axis.bold_labels.empty()) refuse_channel(reading, "labelFontWeight");
  if (position.type != FieldType::temporal && !axis.format.empty())
    refuse_channel(reading, "format");
  if (position.type == FieldType::temporal && axis.tick_count > 0)
    refuse_channel(reading, "tickCount");
  if (across && axis.label_left) refuse_channel(reading, "labelAlign");
  if (!discrete) check_axis_values(reading, position);
  reading.leave();
}

void check_position(Reading& reading, const PositionSpec& position, bool across) {
  if (position.from != From::field && position.from != From::datum) return;
  reading.enter(across ? "x" : "y");
  if (position.type == FieldType::none) reading.refuse({"type が要ります", "a type is needed"});
  if (!reading.failed()) check_scale(reading, position);
  if (!reading.failed()) check_axis(reading, position, across);
  reading.leave();
}

bool written(const PositionSpec& position) { return position.from != From::nothing; }

// Second ends belong to boxes and rules, and only to what has a first end.
void check_seconds(Reading& reading, const LayerSpec& layer) {
  const EncodingSpec& encoding = layer.encoding;
  const MarkType type = layer.mark.type;
  const bool ranged = type == MarkType::bar || type == MarkType::rect || type == MarkType::rule;
  if (written(encoding.x2) && (!ranged || !written(encoding.x))) refuse_channel(reading, "x2");
  if (written(encoding.y2) && (!ranged || !written(encoding.y))) refuse_channel(reading, "y2");
  if (type == MarkType::rule && written(encoding.x2) && written(encoding.y2))
    refuse_channel(reading, "y2");
}

void check_channels(Reading& reading, const LayerSpec& layer) {
  const EncodingSpec& encoding = layer.encoding;
  const MarkType type = layer.mark.type;
  const bool text = type == MarkType::text;
  if (text != (encoding.text.from != From::nothing)) refuse_channel(reading, "text");
  if (!text && !encoding.size.empty()) refuse_channel(reading, "size");
  const bool linkable = type == MarkType::bar || type == MarkType::rect || type == MarkType::point;
  if (!linkable && !encoding.href.empty()) refuse_channel(reading, "href");
  if (encoding.href.empty() != encoding.description.empty())
    refuse_channel(reading, encoding.href.empty() ? "description" : "href");
  const bool coloured = encoding.color.from != From::nothing || !encoding.color.test_field.empty();
  if (coloured && (type == MarkType::line || type == MarkType::point))
    refuse_channel(reading, "color");
}

}  // namespace

void check_encoding(Reading& reading, const LayerSpec& layer) {
  reading.enter("encoding");
  check_position(reading, layer.encoding.x, true);
  if (!reading.failed()) check_position(reading, layer.encoding.y, false);
  if (!reading.failed()) check_seconds(reading, layer);
  if (!reading.failed()) check_channels(reading, layer);
  reading.leave();
}

void check_sizes(Reading& reading, const ChartSpec& spec) {
  const auto any_discrete = [&](PositionSpec EncodingSpec::*position) {
    for (const LayerSpec& layer : spec.layers)
      if (is_discrete((layer.encoding.*position).type)) return true;
    return false;
  };
  const Message message = {"step には名前の軸が要ります", "a step needs an axis of categories"};
  if (spec.width.step > 0 && !any_discrete(&EncodingSpec::x)) reading.refuse_at("width", message);
  if (spec.height.step > 0 && !any_discrete(&EncodingSpec::y)) reading.refuse_at("height", message);
  if (spec.height.container)
    reading.refuse_at("height", {"高さは数か step です", "the height is a number or a step"});
  if (spec.narrow_x.empty() != spec.narrow_y.empty())
    reading.refuse_at("usermeta", {"narrow には x と y が要ります", "narrow needs x and y"});
}

}  // namespace yokoten
