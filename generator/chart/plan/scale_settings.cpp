#include "chart/plan/scale_settings.h"

#include <type_traits>

namespace yokoten::chart {

namespace {

constexpr double kNiceTicks = 10;      // d3's default
constexpr double kBarSize = 5;         // Vega-Lite's config.bar.continuousBandSize
constexpr double kPointPadding = 0.5;  // config.scale.pointPadding
constexpr double kBarBandPadding = 0.1;
constexpr double kTickBandPadding = 0.25;

bool one_of(ScaleType type, std::initializer_list<ScaleType> types) {
  for (const ScaleType other : types)
    if (type == other) return true;
  return false;
}

bool continuous(ScaleType type) {
  return one_of(type, {ScaleType::linear, ScaleType::log, ScaleType::time});
}

bool classes(ScaleType type) { return one_of(type, {ScaleType::threshold, ScaleType::quantize}); }

/// Whether bars, areas and lines measure along the other axis.
bool is_dimension(const Unit& unit, Channel channel) {
  return (unit.orient == Orient::horizontal && channel == Channel::y) ||
         (unit.orient == Orient::vertical && channel == Channel::x);
}

std::optional<double> default_nice(const ScaleSpec& scale, ScaleType type, Channel channel) {
  if (!scale.domain.empty() || scale.domain_min || scale.domain_max || type == ScaleType::time)
    return std::nullopt;
  return is_position(channel) ? std::optional<double>(kNiceTicks) : std::nullopt;
}

std::optional<double> written_nice(const ScaleSpec& scale) {
  if (scale.nice_count) return scale.nice_count;
  if (scale.nice) return *scale.nice ? kNiceTicks : 0;
  return std::nullopt;
}

bool spans_zero(const std::vector<const Json*>& domain) {
  const Json& first = *domain.front();
  const Json& last = *domain.back();
  return first.is_number() && last.is_number() && first.number() <= 0 && last.number() >= 0;
}

bool default_zero(const Unit& unit, const ChannelSpec& spec, ScaleType type, Channel channel) {
  if (!spec.scale->domain.empty()) return spans_zero(spec.scale->domain);
  if (channel == Channel::size && type_of(spec) == FieldType::quantitative && !classes(type))
    return true;
  if (!is_position(channel)) return false;
  const bool bar_or_area = unit.mark == MarkType::bar || unit.mark == MarkType::area;
  // Apart from bars and areas without a second end this is config.scale.zero, true as well.
  return !((bar_or_area || unit.mark == MarkType::line) && is_dimension(unit, channel));
}

std::optional<double> default_padding(const Unit& unit, const Config& config, ScaleType type,
                                      Channel channel) {
  if (!is_position(channel)) return std::nullopt;
  if (type == ScaleType::point) return config.point_padding.value_or(kPointPadding);
  if (!continuous(type) || unit.mark != MarkType::bar || !is_dimension(unit, channel))
    return std::nullopt;
  return config.marks[static_cast<std::size_t>(MarkType::bar)]->continuous_band_size.value_or(
      kBarSize);
}

double default_inner(const Unit& unit, const Config& config) {
  if (config.band_padding_inner) return *config.band_padding_inner;
  if (unit.mark == MarkType::bar) return config.bar_band_padding_inner.value_or(kBarBandPadding);
  if (unit.mark == MarkType::tick) return kTickBandPadding;
  return config.rect_band_padding_inner.value_or(0);
}

struct Merging {
  const Work& work;
  Channel channel;
  ScaleType type;
  ScaleSettings& settings;

  template <class Value>
  static void merge(Said<Value>& into, const std::type_identity_t<std::optional<Value>>& written,
                    std::type_identity_t<std::optional<Value>> otherwise) {
    into.merge(written ? written : otherwise, written.has_value());
  }

  void continuous_properties(const Unit& unit, const ChannelSpec& spec) const {
    const ScaleSpec& scale = *spec.scale;
    if (continuous(type)) {
      merge(settings.clamp, scale.clamp, std::nullopt);
      merge(settings.low, scale.domain_min, std::nullopt);
      merge(settings.high, scale.domain_max, std::nullopt);
      merge(settings.nice, written_nice(scale), default_nice(scale, type, channel));
    } else if (classes(type)) {
      merge(settings.nice, written_nice(scale), std::nullopt);
    }
    if (one_of(type, {ScaleType::linear, ScaleType::quantize}))
      merge(settings.zero, scale.zero,
            std::optional<bool>(default_zero(unit, spec, type, channel)));
    if (type == ScaleType::log) merge(settings.base, scale.base, std::nullopt);
  }

  void padding(const Unit& unit, const ChannelSpec& spec) const {
    if (continuous(type) || one_of(type, {ScaleType::band, ScaleType::point}))
      merge(settings.padding, spec.scale->padding,
            default_padding(unit, work.spec.config, type, channel));
  }

  /// After `padding` of all units, which makes these superfluous.
  void inner(const Unit& unit, const ChannelSpec& spec) const {
    if (type != ScaleType::band) return;
    const bool padded = settings.padding.value.has_value() || !is_position(channel);
    merge(settings.inner, spec.scale->padding_inner,
          padded ? std::nullopt : std::optional<double>(default_inner(unit, work.spec.config)));
  }

  void outer(const ChannelSpec& spec) const {
    if (type != ScaleType::band && type != ScaleType::point) return;
    std::optional<double> otherwise;
    if (type == ScaleType::band && !settings.padding.value && is_position(channel))
      otherwise = work.spec.config.band_padding_outer
                      ? work.spec.config.band_padding_outer
                      : std::optional<double>(settings.inner.value.value_or(0) / 2);
    merge(settings.outer, spec.scale->padding_outer, otherwise);
  }

  void reverse(const ChannelSpec& spec) const {
    const bool turned = has_field(spec) && spec.sort->kind == SortKind::descending &&
                        (continuous(type) || classes(type));
    merge(settings.reverse, spec.scale->reverse, turned ? std::optional<bool>(true) : std::nullopt);
  }
};

}  // namespace

ScaleSettings settings_of(const Work& work, Channel channel) {
  ScaleSettings settings;
  const Merging merging{work, channel, work.of(channel).type, settings};
  const auto each = [&](auto&& step) {
    for (const Unit& unit : work.units)
      if (const ChannelSpec* spec = unit.scaled(channel)) step(unit, *spec);
  };
  each([&](const Unit& unit, const ChannelSpec& spec) {
    merging.reverse(spec);
    merging.continuous_properties(unit, spec);
    merging.padding(unit, spec);
  });
  each([&](const Unit& unit, const ChannelSpec& spec) { merging.inner(unit, spec); });
  each([&](const Unit&, const ChannelSpec& spec) { merging.outer(spec); });
  return settings;
}

}  // namespace yokoten::chart
