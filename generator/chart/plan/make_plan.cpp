#include "chart/plan/work.h"

namespace yokoten::chart {

namespace {

std::vector<const Field*> facet_fields(const Spec& spec) {
  std::vector<const Field*> fields;
  for (const FacetSpec* facet : {&spec.row, &spec.column})
    if (!facet->field.steps.empty()) fields.push_back(&facet->field);
  return fields;
}

/// The order matters: scales need the data, rows the scales.
Problem fill(Work& work) {
  for (const auto step : {find_scale_types, take_data, check_fields, check_effects, find_domains,
                          find_ranges, find_facets})
    if (Problem problem = step(work)) return problem;
  find_rows(work);
  if (Problem problem = merge_axes(work)) return problem;
  return merge_legends(work);
}

}  // namespace

std::variant<Plan, SpecProblem> make_plan(const Spec& spec) {
  Plan plan;
  plan.spec = &spec;
  plan.layers.resize(spec.layers.size());
  Work work{spec, plan, units_of(spec), {}, {}, facet_fields(spec)};
  if (Problem problem = fill(work)) return std::move(*problem);
  return plan;
}

}  // namespace yokoten::chart
