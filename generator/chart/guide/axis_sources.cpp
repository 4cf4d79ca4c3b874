#include "chart/guide/axis_sources.h"

#include <algorithm>

namespace yokoten::chart {
namespace {

/// config.axisBand and its like; point scales have none in the subset.
const AxisSpec* by_type(const Config& config, ScaleType type) {
  switch (type) {
    case ScaleType::band:
      return &*config.axis_band;
    case ScaleType::linear:
    case ScaleType::log:
      return &*config.axis_quantitative;
    case ScaleType::time:
      return &*config.axis_temporal;
    default:
      return nullptr;
  }
}

bool has_axis(const PositionSpec& channel) {
  return (channel.from == From::field || channel.from == From::datum) && !channel.scale_null &&
         !channel.axis_null;
}

/// How the reader keeps null.
constexpr const char* kNull = "none";

AxisSource source_of(const LayerSpec& layer, const PositionSpec& channel, FieldType otherwise) {
  return {&*channel.axis,
          channel.type == FieldType::none ? otherwise : channel.type,
          !channel.field.steps.empty(),  // also one of the layers above that a datum stands for
          channel.axis->title || channel.axis->title_null || channel.title || channel.title_null,
          layer.mark.type,
          channel.stack == Stack::normalize && channel.type == FieldType::quantitative};
}

// Layers mostly share what is said above them all, and are asked for every property. Of the mark
// only the first one's is.
void add(std::vector<AxisSource>& layers, AxisSource source) {
  const MarkType mark = source.mark;
  if (!layers.empty()) source.mark = layers.front().mark;
  if (std::find(layers.begin(), layers.end(), source) != layers.end()) return;
  source.mark = mark;
  layers.push_back(source);
}

}  // namespace

std::optional<Side> side_named(const Text& orient, bool horizontal) {
  if (!orient) return std::nullopt;
  if (horizontal && *orient == "top") return Side::top;
  if (horizontal && *orient == "bottom") return Side::bottom;
  if (!horizontal && *orient == "left") return Side::left;
  if (!horizontal && *orient == "right") return Side::right;
  return std::nullopt;
}

Side side_of(const AxisSources& sources, const AxisSource& layer, bool horizontal) {
  for (const AxisSpec* spec : {layer.spec, sources.by_channel, sources.all})
    if (spec != nullptr)
      if (const auto side = side_named(spec->orient, horizontal)) return *side;
  return horizontal ? Side::bottom : Side::left;
}

std::string paint_of(const AxisSources& sources, Paint AxisSpec::*member, const char* otherwise,
                     const char* null_means) {
  const auto has = [&](const AxisSpec& s) { return (s.*member).has_value(); };
  const AxisSpec* spec = sources.written(has);
  if (spec == nullptr) return otherwise;
  if (*(spec->*member) != kNull) return *(spec->*member);
  // Vega knows config.axisBand, but neither axisQuantitative nor axisTemporal.
  const AxisSpec* band = sources.band ? sources.by_type : nullptr;
  for (const AxisSpec* config : {band, sources.by_channel, sources.all})
    if (config != nullptr && has(*config))
      return *(config->*member) == kNull ? null_means : *(config->*member);
  return otherwise;
}

AxisSources axis_sources(const Plan& plan, bool horizontal) {
  const AxisPlan& axis = horizontal ? plan.x_axis : plan.y_axis;
  const Scale& scale = horizontal ? plan.x : plan.y;
  AxisSources sources;
  for (const LayerPlan& layer : plan.layers) {
    if (layer.spec == nullptr) continue;
    const EncodingSpec& encoding = layer.spec->encoding;
    const PositionSpec& channel = horizontal ? encoding.x : encoding.y;
    if (has_axis(channel)) add(sources.layers, source_of(*layer.spec, channel, axis.field_type));
  }
  if (sources.layers.empty()) sources.layers.push_back({&*axis.spec, axis.field_type});
  if (plan.spec == nullptr) return sources;
  const Config& config = plan.spec->config;
  sources.by_type = by_type(config, scale.type);
  sources.band = scale.type == ScaleType::band;
  sources.by_channel = horizontal ? &*config.axis_x : &*config.axis_y;
  sources.all = &*config.axis;
  return sources;
}

}  // namespace yokoten::chart
