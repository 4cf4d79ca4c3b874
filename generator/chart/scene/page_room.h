#pragma once

#include <optional>

#include "chart/scene/bounds.h"
#include "chart/scene/compose_size.h"

// What a page's narrowest column leaves to plots: names beside them are broken, cells of facets
// made narrower.

namespace yokoten::chart {

/// Names beside a plot that would leave it too little.
struct NamesBeside {
  double width = 0;   ///< px that a line of them may be long
  double height = 0;  ///< px that the plot has to be high then
};

/// How names beside the plot have to be broken; nothing where there is room. `frame` is the picture
/// as it was laid out with a plot of `plot`, `view` what it covers.
std::optional<NamesBeside> names_to_break(const Plan& plan, const Group& frame, const Bounds& view,
                                          PlotSize plot);

/// Breaks the labels of an axis into lines of `width` px.
void break_labels(Group& axis, double width);

/// The cell that lets all columns of facets stand in the narrowest column of a page.
PlotSize cell_for_page(const Plan& plan, const Bounds& view, PlotSize cell);

}  // namespace yokoten::chart
