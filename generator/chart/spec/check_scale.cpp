#include <fmt/format.h>

#include "chart/spec/checks.h"
#include "chart/spec/mark_parts.h"

namespace yokoten::chart {
namespace {

constexpr unsigned of(ScaleType type) { return 1u << static_cast<unsigned>(type); }
constexpr unsigned kBands = of(ScaleType::band) | of(ScaleType::point);
constexpr unsigned kContinuous = of(ScaleType::linear) | of(ScaleType::log) | of(ScaleType::time);
constexpr unsigned kQuantize = of(ScaleType::quantize);

constexpr std::string_view kTypeNames[] = {"",      "linear",  "log",       "time",    "band",
                                           "point", "ordinal", "threshold", "quantize"};

// Which scales can take which data (Vega-Lite's scaleTypeSupportDataType).
bool takes(ScaleType scale, FieldType type) {
  if (discrete(type)) return (of(scale) & (kBands | of(ScaleType::ordinal))) != 0;
  if (type == FieldType::temporal) return scale == ScaleType::time;
  return scale == ScaleType::linear || scale == ScaleType::log || scale == ScaleType::threshold ||
         scale == ScaleType::quantize;
}

std::string pointer_in(const ChannelSpec& channel, std::string_view name) {
  return fmt::format("{}/scale/{}", channel.pointer, name);
}

void refuse_use(Reading& reading, const ChannelSpec& channel, std::string_view name,
                ScaleType type) {
  const auto scale = kTypeNames[static_cast<std::size_t>(type)];
  reading.refuse_there(pointer_in(channel, name),
                       {fmt::format("「{}」は {} の尺度では効きません", name, scale),
                        fmt::format("'{}' has no effect on a {} scale", name, scale)});
}

// Vega-Lite's scaleTypeSupportProperty.
void check_uses(Reading& reading, const ChannelSpec& channel, ScaleType type) {
  const ScaleSpec& scale = *channel.scale;
  const struct {
    std::string_view name;
    bool written;
    unsigned types;
  } uses[] = {
      {"domainMin", scale.domain_min.has_value(), kContinuous},
      {"domainMax", scale.domain_max.has_value(), kContinuous},
      {"clamp", scale.clamp.has_value(), kContinuous},
      {"nice", scale.nice || scale.nice_count, kContinuous | kQuantize},
      {"zero", scale.zero.has_value(), of(ScaleType::linear) | kQuantize},
      {"base", scale.base.has_value(), of(ScaleType::log)},
      {"padding", scale.padding.has_value(), kContinuous | kBands},
      {"paddingInner", scale.padding_inner.has_value(), kBands},
      {"paddingOuter", scale.padding_outer.has_value(), kBands},
  };
  for (const auto& use : uses)
    if (use.written && (use.types & of(type)) == 0)
      return refuse_use(reading, channel, use.name, type);
}

bool fits(const Json& value, FieldType type) {
  if (type == FieldType::quantitative) return value.is_number();
  if (type == FieldType::temporal)
    return value.is_number() || value.is_string() || value.is_object();
  return !value.is_object();
}

void check_domain(Reading& reading, const ChannelSpec& channel, ScaleType type) {
  const ScaleSpec& scale = *channel.scale;
  for (std::size_t i = 0; i < scale.domain.size(); ++i)
    if (!fits(*scale.domain[i], channel.type))
      return reading.refuse_there(
          pointer_in(channel, fmt::format("domain/{}", i)),
          {"domain の値が type に合いません", "this value of the domain does not fit the type"});
  const bool two = (of(type) & (kContinuous | kQuantize)) != 0;
  if (two && !scale.domain.empty() && scale.domain.size() != 2)
    reading.refuse_there(pointer_in(channel, "domain"),
                         {"domain は [最小, 最大] の二つです", "the domain must be [low, high]"});
  if (type == ScaleType::threshold && scale.domain.empty())
    reading.refuse_there(channel.pointer + "/scale",
                         {"threshold には domain（区切りの値）が要ります",
                          "threshold needs a domain: the limits of its classes"});
  if (type == ScaleType::threshold)
    for (std::size_t i = 1; i < scale.domain.size(); ++i)
      if (!(scale.domain[i - 1]->number() < scale.domain[i]->number()))
        reading.refuse_there(
            pointer_in(channel, fmt::format("domain/{}", i)),
            {"区切りの値は小さい順に書いてください", "limits must stand in ascending order"});
}

// A log scale cannot reach zero.
void check_log(Reading& reading, const ChannelSpec& channel) {
  const ScaleSpec& scale = *channel.scale;
  bool good = (!scale.domain_min || *scale.domain_min != 0) &&
              (!scale.domain_max || *scale.domain_max != 0);
  if (scale.domain.size() == 2)
    good = good && scale.domain[0]->number() * scale.domain[1]->number() > 0;
  if (!good)
    reading.refuse_there(channel.pointer + "/scale",
                         {"log の尺度は 0 を含めません", "a log scale cannot reach or cross zero"});
}

}  // namespace

void check_scale(Reading& reading, const ChannelSpec& channel, ScaleType type) {
  if (!takes(type, channel.type))
    return reading.refuse_there(
        pointer_in(channel, "type"),
        {"この尺度は項目の type に合いません", "this scale does not fit the type of the field"});
  if (!channel.scale.given()) return;
  const ScaleSpec& scale = *channel.scale;
  if (!scale.scheme.empty() && !scale.range.empty())
    reading.refuse_there(pointer_in(channel, "scheme"), {"scheme は range があると効きません",
                                                         "'scheme' has no effect beside 'range'"});
  check_uses(reading, channel, type);
  check_domain(reading, channel, type);
  if (type == ScaleType::log && !reading.failed()) check_log(reading, channel);
}

ScaleType default_position_scale(const LayerSpec& layer, const PositionSpec& channel, bool across) {
  if (channel.scale->type != ScaleType::none) return channel.scale->type;
  if (channel.type == FieldType::quantitative) return ScaleType::linear;
  if (channel.type == FieldType::temporal) return ScaleType::time;
  constexpr unsigned banded =
      bit(MarkType::bar) | bit(MarkType::rect) | bit(MarkType::rule) | bit(MarkType::tick);
  const auto& style = layer.mark.style;
  const bool share = across ? style.width_band.has_value() : style.height_band.has_value();
  const bool band =
      (banded & bit(layer.mark.type)) != 0 || share || channel.axis->tick_band_extent.has_value();
  return band ? ScaleType::band : ScaleType::point;
}

void check_shared_scales(Reading& reading, const Spec& spec) {
  for (const bool across : {true, false}) {
    bool band = false;
    for (const LayerSpec& layer : spec.layers) {
      const auto& channel = across ? layer.encoding.x : layer.encoding.y;
      band = band || default_position_scale(layer, channel, across) == ScaleType::band;
    }
    for (const LayerSpec& layer : spec.layers) {
      const auto& channel = across ? layer.encoding.x : layer.encoding.y;
      if (!band && channel.scale->padding_inner && !channel.scale_null)
        return refuse_use(reading, channel, "paddingInner", ScaleType::point);
    }
  }
}

}  // namespace yokoten::chart
