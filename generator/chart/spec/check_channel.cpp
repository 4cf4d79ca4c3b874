#include <fmt/format.h>

#include "chart/spec/checks.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

void refuse_without_effect(Reading& reading, const std::string& pointer, std::string_view name,
                           std::string_view ja, std::string_view en) {
  reading.refuse_there(fmt::format("{}/{}", pointer, name),
                       {fmt::format("「{}」は{}では効きません", name, ja),
                        fmt::format("'{}' has no effect {}", name, en)});
}

template <class Pointer>
void check_guide_format(Reading& reading, const Text& format, const Text& format_type,
                        FieldType type, const Pointer& pointer) {
  if (!format) return;
  Reading there;
  check_format(there, *format, format_type ? *format_type == "time" : type == FieldType::temporal);
  if (there.failed()) reading.refuse_there(pointer() + "/format", there.problem().message);
}

void check_axis(Reading& reading, const PositionSpec& channel) {
  if (!channel.axis.given()) return;
  const AxisSpec& axis = *channel.axis;
  const auto pointer = [&] { return channel.pointer + "/axis"; };
  if (axis.tick_interval && channel.type != FieldType::temporal)
    refuse_without_effect(reading, pointer(), "tickCount", "日時でない軸の間隔",
                          "as an interval on an axis without times");
  if (axis.tick_min_step && channel.type == FieldType::temporal)
    refuse_without_effect(reading, pointer(), "tickMinStep", "日時の軸", "on an axis of times");
  if (discrete(channel.type)) {
    if (axis.tick_count)
      refuse_without_effect(reading, pointer(), "tickCount", "種別の軸",
                            "on an axis of categories");
    if (axis.tick_min_step)
      refuse_without_effect(reading, pointer(), "tickMinStep", "種別の軸",
                            "on an axis of categories");
  } else {
    if (axis.tick_band_extent)
      refuse_without_effect(reading, pointer(), "tickBand", "量の軸", "on an axis of quantities");
    if (axis.tick_extra)
      refuse_without_effect(reading, pointer(), "tickExtra", "量の軸", "on an axis of quantities");
  }
  for (std::size_t i = 0; i < axis.values.size(); ++i) {
    const Json& value = *axis.values[i];
    const bool good = channel.type == FieldType::quantitative ? value.is_number()
                      : channel.type == FieldType::temporal   ? !value.is_boolean()
                                                              : !value.is_object();
    if (!good)
      reading.refuse_there(fmt::format("{}/values/{}", pointer(), i),
                           {"目盛の値が type に合いません", "this value does not fit the type"});
  }
  check_guide_format(reading, axis.format, axis.format_type, channel.type, pointer);
  if (axis.time_forms && channel.type != FieldType::temporal)
    reading.refuse_there(pointer() + "/format",
                         {"単位ごとの書式は、type が temporal の軸だけで効きます",
                          "formats by unit have an effect on axes of type temporal only"});
}

constexpr bool stackable(MarkType mark) {
  return mark != MarkType::rect && mark != MarkType::geoshape;
}

void check_stack(Reading& reading, const LayerSpec& layer, const PositionSpec& channel) {
  if (channel.stack == Stack::by_default || channel.stack == Stack::none) return;
  if (channel.type != FieldType::quantitative || !stackable(layer.mark.type))
    refuse_without_effect(reading, channel.pointer, "stack", "量でない項目や rect、geoshape",
                          "without quantities and on rect and geoshape");
}

ScaleType default_look_scale(const LookSpec& channel, bool colour) {
  if (channel.scale->type != ScaleType::none) return channel.scale->type;
  if (channel.type == FieldType::quantitative) return ScaleType::linear;
  if (channel.type == FieldType::temporal) return ScaleType::time;
  return colour ? ScaleType::ordinal : ScaleType::point;
}

// A legend of boxes has no bar of colours, and the other way round.
void check_legend(Reading& reading, const LookSpec& channel, ScaleType scale, bool colour) {
  const LegendSpec& legend = *channel.legend;
  const std::string pointer = channel.pointer + "/legend";
  const bool continuous =
      scale == ScaleType::linear || scale == ScaleType::log || scale == ScaleType::time;
  const bool gradient = legend.type ? *legend.type == "gradient" : colour && continuous;
  if (legend.type && gradient && (!colour || scale == ScaleType::ordinal))
    refuse_without_effect(reading, pointer, "type", "この凡例", "on this legend");
  const struct {
    std::string_view name;
    bool written, gradient;
  } uses[] = {{"gradientLength", legend.gradient_length.has_value(), true},
              {"gradientThickness", legend.gradient_thickness.has_value(), true},
              {"columns", legend.columns.has_value(), false},
              {"rowPadding", legend.row_padding.has_value(), false},
              {"columnPadding", legend.column_padding.has_value(), false},
              {"symbolSize", legend.symbol_size.has_value(), false},
              {"symbolStrokeWidth", legend.symbol_stroke_width.has_value(), false},
              {"symbolOpacity", legend.symbol_opacity.has_value(), false},
              {"symbolOffset", legend.symbol_offset.has_value(), false},
              {"symbolType", legend.symbol_type.has_value(), false},
              {"symbolFillColor", legend.symbol_fill_color.has_value(), false},
              {"symbolStrokeColor", legend.symbol_stroke_color.has_value(), false}};
  for (const auto& use : uses)
    if (use.written && use.gradient != gradient)
      refuse_without_effect(reading, pointer, use.name, gradient ? "色の帯の凡例" : "記号の凡例",
                            gradient ? "on a legend with a gradient" : "on a legend of symbols");
  check_guide_format(reading, legend.format, legend.format_type, channel.type,
                     [&] { return pointer; });
}

const ChannelSpec* channel_by_name(const EncodingSpec& e, std::string_view name) {
  if (name == "x") return &e.x;
  if (name == "y") return &e.y;
  if (name == "color") return &e.color;
  if (name == "opacity") return &e.opacity;
  return name == "size" ? static_cast<const ChannelSpec*>(&e.size) : &e.text;
}

}  // namespace

void check_sort(Reading& reading, const SortSpec& sort, FieldType type,
                const EncodingSpec* encoding, const std::string& pointer) {
  const bool complex =
      sort.kind == SortKind::list || sort.kind == SortKind::channel || sort.kind == SortKind::field;
  if (!discrete(type) && complex)
    return refuse_without_effect(reading, pointer, "sort", "量や日時の並べ替え",
                                 "so on quantities and times, which only ascend or descend");
  if (sort.kind != SortKind::channel || !encoding) return;
  const ChannelSpec* by = channel_by_name(*encoding, sort.channel);
  // A datum takes the place of a shared field, by which bars beside it are sorted all the same.
  const bool reads =
      by->from == From::field || (by->from == From::datum && !by->field.steps.empty());
  if (!reads || by->pointer == pointer)
    reading.refuse_there(pointer + "/sort",
                         {fmt::format("並べる元の {} に field がありません", sort.channel),
                          fmt::format("{}, by which to sort, has no field", sort.channel)});
}

void check_position(Reading& reading, const LayerSpec& layer, const PositionSpec& channel) {
  if (channel.from != From::field && channel.from != From::datum) return;
  check_sort(reading, *channel.sort, channel.type, &layer.encoding, channel.pointer);
  check_stack(reading, layer, channel);
  if (channel.scale_null) return;
  check_scale(reading, channel,
              default_position_scale(layer, channel, &channel == &layer.encoding.x));
  if (!channel.axis_null) check_axis(reading, channel);
}

void check_look(Reading& reading, const LayerSpec& layer, const LookSpec& channel, bool colour) {
  if (channel.from != From::field && channel.from != From::datum) return;
  check_sort(reading, *channel.sort, channel.type, &layer.encoding, channel.pointer);
  if (channel.scale_null) return;
  const ScaleType scale = default_look_scale(channel, colour);
  check_scale(reading, channel, scale);
  if (!channel.legend_null) check_legend(reading, channel, scale, colour);
}

}  // namespace yokoten::chart
