#pragma once

#include <optional>
#include <vector>

#include "chart/plan/plan.h"
#include "chart/scene/scene.h"
#include "chart/spec/config.h"

namespace yokoten::chart {

/// What one layer says of an axis: defaults follow from its field, not from the merged axis.
struct AxisSource {
  const AxisSpec* spec = nullptr;
  FieldType type = FieldType::none;
  bool has_field = true;
  bool has_title = false;  ///< of the axis or of its channel
  MarkType mark{};
  bool shares = false;  ///< `stack: "normalize"`: numbers are shares, written in percent

  bool operator==(const AxisSource&) const = default;
};

/// Where the properties of an axis come from, the first that has one deciding: the layers, then
/// `config` by type of scale, by channel and for all axes.
struct AxisSources {
  std::vector<AxisSource> layers;
  const AxisSpec* by_type = nullptr;  ///< axisBand, axisQuantitative, axisTemporal
  const AxisSpec* by_channel = nullptr;
  const AxisSpec* all = nullptr;
  bool band = false;  ///< `by_type` is axisBand

  /// The first of them that says something of what `has` looks at, or null.
  template <class Has>
  const AxisSpec* written(Has has) const {
    for (const AxisSource& layer : layers)
      if (has(*layer.spec)) return layer.spec;
    return configured(has);
  }
  template <class Has>
  const AxisSpec* configured(Has has) const {
    for (const AxisSpec* spec : {by_type, by_channel, all})
      if (spec != nullptr && has(*spec)) return spec;
    return nullptr;
  }

  /// The value of a member or `otherwise`.
  template <class T>
  T value(std::optional<T> AxisSpec::*member, T otherwise) const {
    const AxisSpec* spec = written([&](const AxisSpec& s) { return (s.*member).has_value(); });
    return spec != nullptr ? *(spec->*member) : otherwise;
  }

  /// The value of a member, or what `rule` makes of the first layer.
  template <class T, class Rule>
  auto value_or_rule(std::optional<T> AxisSpec::*member, Rule rule) const
      -> decltype(rule(layers.front())) {
    const AxisSpec* spec = written([&](const AxisSpec& s) { return (s.*member).has_value(); });
    if (spec != nullptr) return *(spec->*member);
    return rule(layers.front());
  }
};

/// The side that the word names, or nothing where it is none of that axis.
std::optional<Side> side_named(const Text& orient, bool horizontal);

/// The side that a layer would have the axis on, from which its defaults follow.
Side side_of(const AxisSources& sources, const AxisSource& layer, bool horizontal);

/// A colour, "" for no paint. null of an axis hands on to `config`; null there is `null_means`.
std::string paint_of(const AxisSources& sources, Paint AxisSpec::*member, const char* otherwise,
                     const char* null_means);

/// `layers` is never empty.
AxisSources axis_sources(const Plan& plan, bool horizontal);

}  // namespace yokoten::chart
