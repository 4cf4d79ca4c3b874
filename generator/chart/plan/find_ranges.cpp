#include <algorithm>
#include <cmath>

#include "chart/plan/scale_settings.h"
#include "chart/scale/schemes.h"

// What colours, opacities and sizes a scale gives: as written, or Vega-Lite's ranges by mark.

namespace yokoten::chart {

namespace {

constexpr double kLeastPoint = 4;                  // px²
constexpr double kPointShare = 0.95;               // of a step, a side of the largest point
constexpr double kLeastBar = 2;                    // px
constexpr double kLeastWidth = 1, kMostWidth = 4;  // strokes, px
constexpr double kLeastFont = 8, kMostFont = 40;   // px
constexpr double kLeastOpacity = 0.3, kMostOpacity = 0.8;
constexpr std::size_t kSchemeCount = 5;    // colours of a quantize scale or an empty domain
constexpr std::size_t kQuantizeCount = 4;  // classes of sizes

/// The unit whose word counts: the first that writes a range, else the first of all.
const Unit* deciding_unit(const Work& work, Channel channel) {
  const Unit* first = nullptr;
  for (const Unit& unit : work.units) {
    const ChannelSpec* spec = unit.scaled(channel);
    if (spec == nullptr) continue;
    if (!spec->scale->range.empty() || !spec->scale->scheme.empty()) return &unit;
    if (first == nullptr) first = &unit;
  }
  return first;
}

std::string default_scheme(const Unit& unit, const ChannelSpec& spec, ScaleType type) {
  if (type == ScaleType::ordinal)
    return type_of(spec) == FieldType::nominal ? "tableau10" : "blues";
  const bool heat = unit.mark == MarkType::rect || unit.mark == MarkType::geoshape;
  return heat ? "yellowgreenblue" : "blues";
}

std::vector<std::string> colours_of_scheme(const Scale& scale, const std::string& scheme) {
  if (scale.type == ScaleType::ordinal) {
    const std::size_t count = scale.categories.size();
    return scheme_colours(scheme, count == 0 ? kSchemeCount : count);
  }
  if (scale.type == ScaleType::threshold) return class_colours(scheme, scale.limits.size() + 1);
  if (scale.type == ScaleType::quantize) return class_colours(scheme, kSchemeCount);
  // Vega takes only the ends of a scheme for times, and finds what is between them in HCL.
  if (scale.type == ScaleType::time && !is_categorical(scheme)) return scheme_colours(scheme, 2);
  return is_categorical(scheme) ? scheme_colours(scheme, 0) : scheme_stops(scheme);
}

void set_quantize_limits(Scale& scale, std::size_t classes) {
  const auto n = static_cast<double>(classes);
  for (double i = 1; i < n; ++i) scale.limits.push_back((i * scale.high - (i - n) * scale.low) / n);
}

/// Colours between others are found in HCL where the range is written, unless the first layer's
/// type is nominal.
ColourSpace space_of(const Work& work, bool scheme) {
  if (scheme) return ColourSpace::rgb;
  for (const Unit& unit : work.units)
    if (const ChannelSpec* spec = unit.scaled(Channel::color))
      if (type_of(*spec) != FieldType::nominal) return ColourSpace::hcl;
  return ColourSpace::rgb;
}

void set_colours(Work& work, const Unit& unit) {
  Scale& scale = work.plan.color;
  const ChannelSpec& spec = *unit.scaled(Channel::color);
  const Config& config = work.spec.config;
  const bool nominal = type_of(spec) == FieldType::nominal;
  const std::vector<std::string>& configured = nominal ? config.category : config.ordinal;
  bool scheme = false;
  if (!spec.scale->range.empty()) {
    for (const Json* colour : spec.scale->range)
      scale.colours.emplace_back(colour->is_string() ? colour->text() : std::string_view());
  } else if (spec.scale->scheme.empty() && scale.type == ScaleType::ordinal &&
             !configured.empty()) {
    scale.colours = configured;
  } else {
    const std::string name =
        spec.scale->scheme.empty() ? default_scheme(unit, spec, scale.type) : spec.scale->scheme;
    scale.colours = colours_of_scheme(scale, name);
    scheme = !is_categorical(name) && scale.type != ScaleType::time;
  }
  scale.space = space_of(work, scheme);
}

double step_of(const SizeSpec& size, const Number& discrete, const ViewStyle& view) {
  if (size.step > 0) return size.step;
  return discrete ? kViewStep : view.step.value_or(kViewStep);
}

double least_step(const Spec& spec) {
  const ViewStyle& view = spec.config.view;
  return std::min(step_of(spec.width, view.discrete_width, view),
                  step_of(spec.height, view.discrete_height, view));
}

std::pair<double, double> default_amounts(const Work& work, const Unit& unit, Channel channel) {
  if (channel == Channel::opacity) return {kLeastOpacity, kMostOpacity};
  switch (unit.mark) {
    case MarkType::bar:
    case MarkType::tick:
      return {kLeastBar, least_step(work.spec) - 1};
    case MarkType::text:
      return {kLeastFont, kMostFont};
    case MarkType::point: {
      const double side = kPointShare * least_step(work.spec);
      return {kLeastPoint, side * side};
    }
    default:
      break;
  }
  return {kLeastWidth, kMostWidth};
}

std::vector<double> amounts_of(const Work& work, const Unit& unit, Channel channel) {
  const ChannelSpec& spec = *unit.scaled(channel);
  std::vector<double> amounts;
  for (const Json* amount : spec.scale->range) amounts.push_back(amount->number());
  if (!amounts.empty()) return amounts;
  const auto [least, most] = default_amounts(work, unit, channel);
  const ScaleType type = work.of(channel).type;
  const bool classes_of_size =
      channel == Channel::size && (type == ScaleType::threshold || type == ScaleType::quantize);
  if (!classes_of_size) return {least, most};
  const std::size_t classes =
      type == ScaleType::quantize ? kQuantizeCount : spec.scale->domain.size() + 1;
  const double step = (most - least) / (static_cast<double>(classes) - 1);
  for (std::size_t i = 0; i < classes; ++i)
    amounts.push_back(least + static_cast<double>(i) * step);
  return amounts;
}

/// Point and band scales of amounts give every category its own; in the middle of its band.
std::vector<double> spread(const Scale& scale, const std::vector<double>& range, bool reversed) {
  Scale places;
  places.type = scale.type;
  places.categories = scale.categories;
  places.inner = scale.inner;
  places.outer = scale.outer;
  places.reversed = reversed != (range.back() < range.front());
  const double low = std::min(range.front(), range.back());
  const double high = std::max(range.front(), range.back());
  std::vector<double> amounts;
  for (std::size_t i = 0; i < places.categories.size(); ++i)
    amounts.push_back(low + (high - low) *
                                (places.share(static_cast<double>(i)) + places.bandwidth() / 2));
  return amounts;
}

void set_amounts(Work& work, const Unit& unit, Channel channel) {
  Scale& scale = work.scale_of(channel);
  scale.numbers = amounts_of(work, unit, channel);
  const bool spreads = scale.type == ScaleType::point || scale.type == ScaleType::band;
  if (spreads) scale.numbers = spread(scale, scale.numbers, scale.reversed);
}

template <class Range>
void turn_round(const Scale& scale, Range& range, bool reverse) {
  if (reverse && scale.type != ScaleType::point && scale.type != ScaleType::band)
    std::reverse(range.begin(), range.end());
}

void complete(Work& work, Channel channel) {
  Scale& scale = work.scale_of(channel);
  const bool reverse = settings_of(work, channel).reverse.value.value_or(false);
  if (channel == Channel::color)
    turn_round(scale, scale.colours, reverse);
  else
    turn_round(scale, scale.numbers, reverse);
  scale.from = 0;
  scale.to = 1;
  scale.reversed = false;
  if (scale.type == ScaleType::quantize)
    set_quantize_limits(scale,
                        channel == Channel::color ? scale.colours.size() : scale.numbers.size());
}

}  // namespace

Problem find_ranges(Work& work) {
  for (const Channel channel : {Channel::color, Channel::opacity, Channel::size}) {
    const Unit* unit = deciding_unit(work, channel);
    if (unit == nullptr) continue;
    if (channel == Channel::color)
      set_colours(work, *unit);
    else
      set_amounts(work, *unit, channel);
    complete(work, channel);
  }
  return std::nullopt;
}

}  // namespace yokoten::chart
