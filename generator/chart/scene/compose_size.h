#pragma once

#include <optional>

#include "chart/plan/plan.h"
#include "chart/scene/marks.h"

namespace yokoten::chart {

/// The narrowest column that pictures of pages are laid out for, in px.
inline constexpr double kPageWidth = 288;

/// How large a plot is and what fits into what, before anything is drawn.
struct ComposedSize {
  PlotSize plot;  ///< of the plot, or of one cell of facets; in modes of fitting a first guess
  Autosize autosize = Autosize::pad;
  bool contains_padding = false;
};

/// `width` stands for `width` of the specification where it has a value.
ComposedSize composed_size(const Plan& plan, std::optional<double> width, bool for_page);

}  // namespace yokoten::chart
