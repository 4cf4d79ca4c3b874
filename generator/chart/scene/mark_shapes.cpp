#include "chart/geo/geo.h"
#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"

namespace yokoten::chart {
namespace {

bool written(const ProjectionSpec& spec) { return spec.scale || spec.translate; }

bool same(const ProjectionSpec& a, const ProjectionSpec& b) {
  return a.type == b.type && a.scale == b.scale && a.translate == b.translate &&
         a.center == b.center && a.rotate == b.rotate && a.parallels == b.parallels;
}

/// Maps laid over each other share a projection where all say the same of it.
bool all_share(const Plan& plan, const ProjectionSpec& spec) {
  for (const LayerPlan& layer : plan.layers)
    if (layer.spec->mark.type == MarkType::geoshape && !same(layer.spec->projection, spec))
      return false;
  return true;
}

/// What the projection is fitted to: the features that are drawn by it.
std::vector<const Json*> fitted_features(const MarkContext& context) {
  const bool shared = all_share(context.plan, context.layer.spec->projection);
  std::vector<const Json*> features;
  for (const LayerPlan& layer : context.plan.layers) {
    if (layer.spec->mark.type != MarkType::geoshape || layer.data == nullptr) continue;
    if (!shared && &layer != &context.layer) continue;
    for (const Row row : layer.rows)
      if (row < layer.data->size()) features.push_back(&(*layer.data)[row]);
  }
  return features;
}

}  // namespace

Mark shapes(const MarkContext& context) {
  const ProjectionSpec& spec = context.layer.spec->projection;
  const Projection projection =
      Projection::fitted(spec, fitted_features(context), context.size.width, context.size.height);
  Mark mark = mark_of_rows(context, Kind::shape,
                           [&](Row, Item& item) { item.path = projection.path_of(*item.row); });
  mark.clip = mark.clip || written(spec);
  return mark;
}

}  // namespace yokoten::chart
