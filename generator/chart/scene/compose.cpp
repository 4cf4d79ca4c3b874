#include "chart/scene/compose.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/guide/title.h"
#include "chart/scene/compose_frame.h"
#include "chart/scene/compose_size.h"
#include "chart/scene/facet.h"
#include "chart/scene/layout_legends.h"
#include "chart/scene/page_room.h"

namespace yokoten::chart {
namespace {

/// How legends and title are placed: beside a plot that gives way, or not at all. Which marks have
/// words.
struct Way {
  bool fits = false, for_page = false;
  Spoken spoken = Spoken::none;
  double name_width = 0;  ///< px of lines that names beside the plot are broken into; 0: never
};

/// A picture laid out at one size of its plot.
struct Composed {
  Group root;
  Bounds view;  ///< all that is drawn, in px of the plot
};

bool fitting(Autosize type) {
  return type == Autosize::fit || type == Autosize::fit_x || type == Autosize::fit_y;
}

void add_plot(Group& root, FrameBounds& bounds, const Plan& plan, PlotSize plot, Way way) {
  AxisGroups x = axis_groups(plan, true, plot.width, plot.height);
  AxisGroups y = axis_groups(plan, false, plot.width, plot.height);
  if (y.has_main && way.name_width > 0) break_labels(y.main, way.name_width);
  for (AxisGroups* axis : {&x, &y})
    if (axis->has_grid)
      add_axis(root, bounds, std::move(axis->grid), axis->grid_placement, axis->in_front, plot);
  for (AxisGroups* axis : {&x, &y})
    if (axis->has_main)
      add_axis(root, bounds, std::move(axis->main), axis->main_placement, axis->in_front, plot);
  add_marks(root, bounds, plan, 0, plot, way.spoken);
}

/// Legends and title stand behind axes that are drawn in front.
void add_guides(Group& root, FrameBounds& bounds, const Plan& plan, PlotSize plot, PlotSize frame,
                Way way) {
  std::vector<Group> legends = legend_groups(plan, plot.width, plot.height);
  if (!way.for_page) lay_out_legends(legends, plan, bounds, frame, way.fits);
  std::vector<Group>& before = root.before;
  const bool faceted = is_faceted(plan);
  auto at = faceted ? before.end() : before.begin();
  at = before.insert(at, std::make_move_iterator(legends.begin()),
                     std::make_move_iterator(legends.end())) +
       static_cast<std::ptrdiff_t>(legends.size());
  if (way.for_page) return;
  const std::optional<TitleBlock> block = chart_title(plan);
  if (!block) return;
  Group title = group_of(*block);
  bounds.view = bounds.all();
  bounds.view.add(place_title(title, *block, frame.width, frame.height, bounds.view));
  before.insert(at, std::move(title));
}

Composed single_frame(const Plan& plan, PlotSize plot, Way way) {
  Composed frame;
  frame.root.role = "frame";
  frame.root.width = {1, 0};
  frame.root.height = plot.height;
  set_background(frame.root, plan);
  FrameBounds bounds(plot.width, plot.height);
  add_plot(frame.root, bounds, plan, plot, way);
  add_guides(frame.root, bounds, plan, plot, plot, way);
  frame.view = bounds.all();
  return frame;
}

Composed faceted_frame(const Plan& plan, PlotSize cell, Way way) {
  FacetFrame facets = facet_frame(plan, cell, way.spoken, way.for_page);
  add_guides(facets.root, facets.bounds, plan, cell, {0, 0}, way);
  return {std::move(facets.root), facets.bounds.all()};
}

/// Marks made from a settled copy of the plan belong to the layers of the plan itself.
void point_back(Group& group, const Plan& copy, const Plan& plan) {
  for (Mark& mark : group.marks)
    if (mark.layer != nullptr)
      mark.layer = &plan.layers[static_cast<std::size_t>(mark.layer - copy.layers.data())];
  for (Group& inner : group.before) point_back(inner, copy, plan);
}

Composed frame_of(const Plan& plan, PlotSize plot, Way way) {
  const auto make = is_faceted(plan) ? faceted_frame : single_frame;
  if (!needs_settling(plan)) return make(plan, plot, way);
  Plan copy = plan;
  settle(copy, plot.width, plot.height);
  Composed frame = make(copy, plot, way);
  point_back(frame.root, copy, plan);
  return frame;
}

/// The picture's size without its padding, and the plot in it.
struct Fit {
  double width = 0, height = 0;
  double left = 0, top = 0;
  PlotSize plot;
};

/// Vega's viewSizeLayout: what stands out of the plot, to whole px, is added to it or taken from
/// what it was given.
Fit fitted(const ComposedSize& size, PlotSize plot, const Bounds& view,
           const PaddingSpec& padding) {
  Fit fit{plot.width, plot.height, std::max(0.0, std::ceil(-view.x1)),
          std::max(0.0, std::ceil(-view.y1)), plot};
  const double beside = fit.left + std::max(0.0, std::ceil(view.x2 - plot.width));
  const double around = fit.top + std::max(0.0, std::ceil(view.y2 - plot.height));
  if (size.contains_padding) {
    fit.width -= padding.left + padding.right;
    fit.height -= padding.top + padding.bottom;
  }
  const Autosize type = size.autosize;
  if (type == Autosize::none) {
    fit.left = fit.top = 0;
    fit.plot = {fit.width, fit.height};
    return fit;
  }
  const bool across = type == Autosize::fit || type == Autosize::fit_x;
  const bool down = type == Autosize::fit || type == Autosize::fit_y;
  if (across)
    fit.plot.width = std::max(0.0, fit.width - beside);
  else
    fit.width = plot.width + beside;
  if (down)
    fit.plot.height = std::max(0.0, fit.height - around);
  else
    fit.height = plot.height + around;
  return fit;
}

std::string background_of(const Spec& spec) {
  const std::string& written = spec.background;
  const std::string paint = written.empty() ? spec.config.background.value_or("white") : written;
  return paint == "none" || paint == "transparent" ? "" : paint;
}

Scene scene_of(const Plan& plan, Composed frame, const Fit& fit) {
  const PaddingSpec& padding = plan.spec->padding;
  Scene scene;
  scene.width = std::max(0.0, fit.width + padding.left + padding.right);
  scene.height = std::max(0.0, fit.height + padding.top + padding.bottom);
  scene.origin_x = fit.left + padding.left;
  scene.origin_y = fit.top + padding.top;
  scene.plot_width = fit.plot.width;
  scene.plot_height = fit.plot.height;
  if (is_faceted(plan)) {  // the cells as a whole are the plot
    scene.plot_width = scene.width - scene.origin_x - padding.right;
    scene.plot_height = scene.height - scene.origin_y - padding.bottom;
  }
  scene.left = scene.origin_x;
  scene.top = scene.origin_y;
  scene.right = scene.width - scene.left - scene.plot_width;
  scene.bottom = scene.height - scene.top - scene.plot_height;
  scene.background = background_of(*plan.spec);
  scene.font = plan.spec->config.font.value_or("sans-serif");
  scene.root = std::move(frame.root);
  return scene;
}

/// Lays a picture of a page out anew where it leaves its plots too little.
void make_room_on_page(const Plan& plan, ComposedSize& size, Way& way, Composed& frame) {
  if (is_faceted(plan)) {
    const PlotSize cell = cell_for_page(plan, frame.view, size.plot);
    if (cell.width == size.plot.width) return;
    size.plot = cell;
  } else {
    const auto names = names_to_break(plan, frame.root, frame.view, size.plot);
    if (!names) return;
    way.name_width = names->width;
    size.plot.height = names->height;
  }
  frame = frame_of(plan, size.plot, way);
}

}  // namespace

Scene compose(const Plan& plan, std::optional<double> width, bool for_page) {
  ComposedSize size = composed_size(plan, width, for_page);
  const bool faceted = is_faceted(plan), fits = fitting(size.autosize);
  // A picture that gives way to its labels is measured first. On pages hardly any mark has words,
  // and most have nothing beside the plot.
  const bool measured_first = fits && !faceted && (!for_page || plan.y_axis.shown);
  const Spoken spoken = for_page ? Spoken::on_page : Spoken::all;
  Way way{fits, for_page, measured_first ? Spoken::none : spoken};
  Composed frame = frame_of(plan, size.plot, way);
  if (for_page) make_room_on_page(plan, size, way, frame);
  const PlotSize outer = faceted ? PlotSize{0, 0} : size.plot;
  const Fit fit = fitted(size, outer, frame.view, plan.spec->padding);
  const bool same = fit.plot.width == outer.width && fit.plot.height == outer.height;
  if ((!same || measured_first) && !faceted)
    frame = frame_of(plan, fit.plot, {fits, for_page, spoken, way.name_width});
  return scene_of(plan, std::move(frame), fit);
}

}  // namespace yokoten::chart
