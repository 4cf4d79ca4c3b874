#include "chart/scene/compose_size.h"

namespace yokoten::chart {
namespace {

constexpr double kContinuous = 300;  // Vega-Lite's config.view

bool stepped(const Scale& scale) {
  return scale.type == ScaleType::band || scale.type == ScaleType::point;
}

/// One side of the plot, in px.
struct Length {
  double px = 0;
  bool by_step = false;
};

double steps_of(const Scale& scale) {
  const double inner = scale.type == ScaleType::point ? 1 : scale.inner;
  return band_space(scale.categories.size(), inner, scale.axis_outer.value_or(scale.outer));
}

/// The length where nothing is written: by the kind of scale and `config.view`.
Length by_default(const Plan& plan, const Scale& scale, bool across) {
  const ViewStyle& view = plan.spec->config.view;
  const Number& continuous = across ? view.continuous_width : view.continuous_height;
  const Number& discrete = across ? view.discrete_width : view.discrete_height;
  const bool map =
      !plan.spec->layers.empty() && plan.spec->layers.front().mark.type == MarkType::geoshape;
  const bool none = scale.type == ScaleType::none;
  if (none ? map : !stepped(scale)) return {continuous.value_or(kContinuous)};
  if (discrete) return {*discrete};
  const double step = view.step.value_or(kViewStep);
  return none ? Length{step} : Length{step * steps_of(scale), true};
}

Length length_of(const Plan& plan, const SizeSpec& size, const Scale& scale, bool across) {
  const ViewStyle& view = plan.spec->config.view;
  const Number& continuous = across ? view.continuous_width : view.continuous_height;
  if (!size.written) return by_default(plan, scale, across);
  if (size.container) return {continuous.value_or(kContinuous)};
  if (size.step == 0) return {size.pixels};
  if (stepped(scale)) return {size.step * steps_of(scale), true};
  return by_default(plan, scale, across);
}

bool fits(Autosize type) {
  return type == Autosize::fit || type == Autosize::fit_x || type == Autosize::fit_y;
}

bool faceted(const Plan& plan) { return plan.row.spec != nullptr || plan.column.spec != nullptr; }

/// What a picture fits into where it is as wide as its container.
Autosize by_container(const Spec& spec, bool fills_width) {
  if (fills_width && spec.height.container) return Autosize::fit;
  if (fills_width) return Autosize::fit_x;
  return spec.height.container ? Autosize::fit_y : Autosize::pad;
}

/// A side that is as long as its steps cannot be made to fit.
Autosize without_steps(Autosize type, bool across, bool down) {
  if (!fits(type) || (!across && !down)) return type;
  if (across && down) return Autosize::pad;
  return across ? Autosize::fit_y : Autosize::fit_x;
}

}  // namespace

ComposedSize composed_size(const Plan& plan, std::optional<double> width, bool for_page) {
  const Spec& spec = *plan.spec;
  const Length across = length_of(plan, spec.width, plan.x, true);
  const Length down = length_of(plan, spec.height, plan.y, false);
  ComposedSize size;
  size.plot = {across.px, down.px};
  // On a page every picture is as wide as its column, whatever its file is.
  const bool fills = spec.width.container || (for_page && spec.width.pixels > 0);
  if (width) size.plot.width = *width;
  if (fills && !faceted(plan) && !width) size.plot.width = kPageWidth;
  if (!faceted(plan)) size.autosize = by_container(spec, fills);
  size.contains_padding = fits(size.autosize);
  if (spec.autosize.type_written) size.autosize = spec.autosize.type;
  if (spec.autosize.contains_written) size.contains_padding = spec.autosize.contains_padding;
  if (faceted(plan)) {
    if (size.autosize == Autosize::fit) size.autosize = Autosize::pad;
    return size;
  }
  size.autosize = without_steps(size.autosize, across.by_step && !width, down.by_step);
  return size;
}

}  // namespace yokoten::chart
