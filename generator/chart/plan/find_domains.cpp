#include <algorithm>
#include <cmath>

#include "chart/plan/domain.h"
#include "chart/plan/scale_settings.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {

namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

struct Extent {
  double low = kEndless, high = -kEndless;

  void add(double value) {
    if (value < low) low = value;
    if (value > high) high = value;
  }

  void add(const DomainSource& source) {
    for (const double value : source.written) add(value);
    if (source.column == nullptr) return;
    const std::vector<double>& column = *source.column;
    for (std::size_t row = 0; row < std::min(source.row_count, column.size()); ++row)
      if (source.kept == nullptr || (*source.kept)[row] != 0) add(column[row]);
  }

  bool found() const { return low <= high; }
};

void set_discrete(Scale& scale, const ScaleSettings& settings) {
  scale.reversed = settings.reverse.value.value_or(false);
  const auto padding = settings.padding.value;
  scale.inner = settings.inner.value.value_or(padding.value_or(0));
  scale.outer = settings.outer.value.value_or(padding.value_or(0));
  // Vega sets a point scale's default padding after what is written of the outer one, but
  // measures the axis by that.
  if (!padding || settings.padding.written || *padding == scale.outer) return;
  scale.axis_outer = scale.outer;
  scale.outer = *padding;
}

/// Which side the domain starts at: y runs upwards, and `reverse` turns it round.
void set_direction(Scale& scale, Channel channel, const ScaleSettings& settings) {
  scale.from = channel == Channel::y ? 1 : 0;
  scale.to = 1 - scale.from;
  if (settings.reverse.value.value_or(false)) std::swap(scale.from, scale.to);
}

bool log_breaks(const Scale& scale) {
  return scale.type == ScaleType::log && !(scale.low * scale.high > 0) &&
         !std::isnan(scale.low * scale.high);
}

void adjust(Scale& scale, const ScaleSettings& settings) {
  const bool zero = settings.zero.value.value_or(false);
  if (zero && scale.low > 0) scale.low = 0;
  if (zero && scale.high < 0) scale.high = 0;
  if (settings.low.value) scale.low = *settings.low.value;
  if (settings.high.value) scale.high = *settings.high.value;
  if (!std::isfinite(scale.low) || !std::isfinite(scale.high)) scale.low = scale.high = kMissing;
}

void widen(Work& work, Channel channel, Scale& scale, const ScaleSettings& settings) {
  Widening widening;
  widening.px = settings.padding.value.value_or(0);
  widening.nice_count = settings.nice.value.value_or(0);
  widening.nice = widening.nice_count > 0;
  const bool waits = is_position(channel) && widening.px > 0 && scale.low != scale.high &&
                     std::isfinite(scale.low);
  if (waits) {
    (channel == Channel::x ? work.plan.x_widening : work.plan.y_widening) = widening;
  } else if (widening.nice && std::isfinite(scale.low)) {
    make_nice(scale, widening.nice_count);
  }
}

bool spans_zero(const DomainSource& source) {
  return source.written.front() <= 0 && source.written.back() >= 0;
}

ZeroRule zero_rule(const Scale& scale, const ScaleSettings& settings,
                   const DomainSources& sources) {
  if (scale.type != ScaleType::linear) return ZeroRule::never;
  if (settings.zero.value.value_or(true)) return ZeroRule::definitely;
  bool with = false, without = false, from_data = false;
  for (const DomainSource& source : sources.list) {
    if (source.column != nullptr || source.written.empty())
      from_data = true;
    else
      (spans_zero(source) ? with : without) = true;
  }
  if (with) return ZeroRule::definitely;
  return without && !from_data ? ZeroRule::never : ZeroRule::maybe;
}

Problem set_thresholds(Work& work, Channel channel, const DomainSources& sources) {
  const Unit& unit = *sources.list.front().unit;
  if (!sources.written)
    return problem_at(unit.spec_of(channel).pointer + "/scale/domain",
                      "threshold の尺度には domain が要ります", "threshold scales need a domain");
  Scale& scale = work.scale_of(channel);
  scale.limits = sources.list.front().written;
  if (!std::is_sorted(scale.limits.begin(), scale.limits.end()))
    return problem_at(unit.spec_of(channel).pointer + "/scale/domain",
                      "threshold の domain は小さい順に並べます",
                      "the domain of a threshold scale must ascend");
  scale.low = scale.limits.front();
  scale.high = scale.limits.back();
  return std::nullopt;
}

/// Points over a path have data of their own, so that an empty domain is one of several.
bool points_apart(const Work& work, Channel channel) {
  for (const Unit& unit : work.units)
    if (unit.overlay && unit.mark == MarkType::point && unit.scaled(channel) != nullptr &&
        unit.invalid != Invalid::show && unit.layer->mark.style.invalid.value_or("") != "filter")
      return true;
  return false;
}

Problem set_extent(Work& work, Channel channel, const DomainSources& sources) {
  Scale& scale = work.scale_of(channel);
  const DomainSource& first = sources.list.front();
  const ChannelSpec& spec = first.unit->spec_of(channel);
  const bool single = count_unique(sources.list) == 1;
  if (single && first.column == nullptr) {
    if (first.written.size() != 2)
      return problem_at(spec.pointer + (sources.written ? "/scale/domain" : "/datum"),
                        "値の範囲が決まりません", "this leaves the domain without two ends");
    scale.low = first.written.front();
    scale.high = first.written.back();
    return std::nullopt;
  }
  Extent extent;
  for (const DomainSource& source : sources.list) extent.add(source);
  const bool none = single && !points_apart(work, channel) && !extent.found();
  scale.low = none ? kMissing : extent.low;
  scale.high = none ? kMissing : extent.high;
  return std::nullopt;
}

/// Values that a log scale cannot show; the first of them, if a layer reads any.
Problem log_problem(const Work& work, Channel channel, const DomainSources& sources) {
  const ChannelSpec& spec = sources.list.front().unit->spec_of(channel);
  for (const Unit& unit : work.units) {
    if (unit.overlay || unit.scaled(channel) == nullptr || !has_field(unit.spec_of(channel)))
      continue;
    const std::vector<double>& column = column_of(*work.intakes[unit.index].plan, channel);
    for (std::size_t row = 0; row < column.size(); ++row)
      if (column[row] <= 0)
        return problem_at(pointer_of(*unit.layer, row, unit.spec_of(channel).field),
                          "対数の尺度には 0 より大きい値が要ります",
                          "a log scale shows only values above 0");
  }
  return problem_at(spec.pointer + "/scale/type", "対数の尺度の範囲に 0 が入ります",
                    "the domain of this log scale includes 0");
}

}  // namespace

Problem find_extent(Work& work, Channel channel, const DomainSources& sources) {
  Scale& scale = work.scale_of(channel);
  if (scale.type == ScaleType::threshold) return set_thresholds(work, channel, sources);
  if (Problem problem = set_extent(work, channel, sources)) return problem;
  const ScaleSettings settings = settings_of(work, channel);
  scale.base = settings.base.value.value_or(10);
  scale.clamp = settings.clamp.value.value_or(false);
  adjust(scale, settings);
  if (log_breaks(scale)) return log_problem(work, channel, sources);
  widen(work, channel, scale, settings);
  set_direction(scale, channel, settings);
  work.of(channel).zero = zero_rule(scale, settings, sources);
  return std::nullopt;
}

Problem find_domains(Work& work) {
  for (const Channel channel : kChannels) {
    if (!work.of(channel).used) continue;
    DomainSources sources;
    if (Problem problem = collect_sources(work, channel, sources)) return problem;
    if (work.discrete(channel)) {
      if (Problem problem = check_kinds(work, channel)) return problem;
      find_categories(work, channel, sources);
      set_discrete(work.scale_of(channel), settings_of(work, channel));
    } else if (Problem problem = find_extent(work, channel, sources)) {
      return problem;
    }
  }
  work.plan.x_zero = work.of(Channel::x).zero;
  work.plan.y_zero = work.of(Channel::y).zero;
  return std::nullopt;
}

bool needs_settling(const Plan& plan) { return plan.x_widening.px > 0 || plan.y_widening.px > 0; }

namespace {

void settle_axis(Scale& scale, Widening& widening, double length) {
  if (!(widening.px > 0)) return;
  pad_domain(scale, length, widening.px);
  if (widening.nice) make_nice(scale, widening.nice_count);
  widening.px = 0;
}

}  // namespace

void settle(Plan& plan, double width, double height) {
  settle_axis(plan.x, plan.x_widening, width);
  settle_axis(plan.y, plan.y_widening, height);
}

double zero_or_min(const Scale& scale, ZeroRule zero) {
  if (zero == ZeroRule::definitely) return 0;
  const bool inside = std::min(scale.low, scale.high) <= 0 && std::max(scale.low, scale.high) >= 0;
  return zero == ZeroRule::maybe && inside ? 0 : scale.low;
}

double zero_or_max(const Scale& scale, ZeroRule zero) {
  if (zero == ZeroRule::definitely) return 0;
  const bool inside = std::min(scale.low, scale.high) <= 0 && std::max(scale.low, scale.high) >= 0;
  return zero == ZeroRule::maybe && inside ? 0 : scale.high;
}

}  // namespace yokoten::chart
