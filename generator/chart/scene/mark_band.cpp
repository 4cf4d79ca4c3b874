#include "chart/scene/mark_band.h"

#include <algorithm>

namespace yokoten::chart {
namespace {

constexpr double kContinuousBand = 5;   // px: config.bar.continuousBandSize and its like
constexpr double kSmallestBand = 0.25;  // px: minBandSize
constexpr double kStepGap = 2;          // px that a bar without a band leaves of its step

Number MarkStyle::*pixels(Direction along) {
  return along == Direction::across ? &MarkStyle::width : &MarkStyle::height;
}

Number MarkStyle::*bands(Direction along) {
  return along == Direction::across ? &MarkStyle::width_band : &MarkStyle::height_band;
}

std::optional<BandSize> size_in(const MarkStyle& style, Direction along, bool by_size) {
  if (style.*pixels(along)) return BandSize{BandSize::Kind::px, *(style.*pixels(along))};
  if (style.*bands(along)) return BandSize{BandSize::Kind::relative, *(style.*bands(along))};
  if (by_size && style.size) return BandSize{BandSize::Kind::px, *style.size};
  return std::nullopt;
}

/// Whether `size` means the size this way: always of ticks, of bars across their bands.
bool by_size(const MarkContext& context, Direction along) {
  const MarkOrient orient = context.orient();
  return context.type == MarkType::tick ||
         orient == (along == Direction::down ? MarkOrient::horizontal : MarkOrient::vertical);
}

double inner_padding(const MarkContext& context) {
  const Config& config = context.plan.spec->config;
  if (config.band_padding_inner) return *config.band_padding_inner;
  if (context.type == MarkType::tick) return 0.25;
  if (context.type == MarkType::bar) return config.bar_band_padding_inner.value_or(0.1);
  return config.rect_band_padding_inner.value_or(0);
}

double discrete_step(const MarkContext& context, Direction along) {
  const ViewStyle& view = context.plan.spec->config.view;
  const Number& fixed = along == Direction::across ? view.discrete_width : view.discrete_height;
  return fixed ? kViewStep : view.step.value_or(kViewStep);
}

/// A band as a share of the plot; another layer's bands have no width for this one.
double band_of(const MarkContext& context, Direction along) {
  return context.scaled(along) ? context.scale(along).bandwidth() : 0;
}

}  // namespace

BandSize band_size_of(const MarkContext& context, Direction along) {
  const StyleChain& style = context.style;
  const bool size = by_size(context, along);
  for (const MarkStyle* each : {style.own, style.typed})
    if (const auto found = size_in(*each, along, size)) return *found;
  if (const auto found = size_in(*style.general, along, false)) return *found;
  const Number& discrete = style.typed->discrete_band_size;
  if (context.has_scale(along) && !context.scale(along).discrete())
    return {BandSize::Kind::px, style.typed->continuous_band_size.value_or(kContinuousBand)};
  if (discrete.value_or(0) != 0) return {BandSize::Kind::px, *discrete};
  if (context.has_scale(along)) return {BandSize::Kind::relative, 1};
  return {};
}

Along length_of(const MarkContext& context, Direction along, const BandSize& size) {
  if (size.kind == BandSize::Kind::px && size.value != 0) return {0, size.value};
  if (size.kind == BandSize::Kind::relative) {
    const Scale& scale = context.scale(along);
    if (!context.has_scale(along)) return context.along(along, size.value);
    if (scale.type == ScaleType::band) {
      const Along band = context.along(along, size.value * band_of(context, along));
      const double least = context.style.typed->min_band_size.value_or(kSmallestBand);
      return least != 0 && band.at(context.size.width) < least ? Along{0, least} : band;
    }
  }
  if (context.position(along).from == From::nothing)
    return context.along(along, 1 - inner_padding(context));
  return {0, discrete_step(context, along) - kStepGap};
}

bool sized_by_channel(const MarkContext& context, Direction along) {
  if (!by_size(context, along)) return false;
  const LookSpec& channel = context.encoding().size;
  const bool written = channel.from != From::nothing || !channel.conditions.empty();
  return (written && takes_size(context.type)) || context.style.own->size.value_or(0) != 0;
}

Number size_otherwise(const MarkContext& context, Direction along) {
  const StyleChain& style = context.style;
  if (style.own->size) return style.own->size;
  for (const MarkStyle* each : {style.own, style.typed})
    if (const auto found = size_in(*each, along, true)) return found->value;
  return style.general->*pixels(along);
}

Number written_length(const MarkContext& context, Direction along) {
  for (const MarkStyle* each : {context.style.own, context.style.typed, context.style.general})
    if ((each->*pixels(along)).value_or(0) != 0) return each->*pixels(along);
  return std::nullopt;
}

Aligned aligned(const MarkContext& context, Direction along, Aligned otherwise) {
  const Text& align =
      context.style.first(along == Direction::across ? &MarkStyle::align : &MarkStyle::baseline);
  if (!align) return otherwise;
  if (*align == "left" || *align == "top") return Aligned::start;
  if (*align == "right" || *align == "bottom") return Aligned::end;
  return Aligned::middle;
}

}  // namespace yokoten::chart
