#pragma once

#include "chart/plan/plan.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// The size of a plot or of one cell of facets, in px.
struct PlotSize {
  double width = 0, height = 0;
};

/// Which marks get words for screen readers: none where a picture is only measured; on pages those
/// that a specification gives words of their own or a link.
enum class Spoken { none, on_page, all };

/// Adds the marks of a layer for one cell, in drawing order: a line with points makes two.
void add_marks_of(const Plan& plan, const LayerPlan& layer, std::uint32_t cell, PlotSize size,
                  Spoken spoken, std::vector<Mark>& marks);

}  // namespace yokoten::chart
