#pragma once

#include <vector>

#include "chart/plan/grouping.h"
#include "chart/plan/unit.h"

namespace yokoten::chart {

/// Rows with those added that a stack of paths lacks (Vega's impute with zeros), so that every
/// part exists at every place along the dimension. A part stands in a facet's cell; with `in_cell`
/// the places are those of its cell, else those of all the data.
struct FilledRows {
  std::optional<Json> rows;  ///< nothing: none is missing
  bool too_many = false;
};
FilledRows with_gaps_filled(const Unit& unit, const Json& rows,
                            const std::vector<const Field*>& facets, bool in_cell);

/// Both ends of every row's part of its stack, in the order of the rows. `values` are NaN where a
/// row has null (which counts as 0) or nothing (which makes the rest of its stack NaN). With
/// `in_cell` centred stacks stand around the longest of their cell, else of all. `stacks` parts
/// the rows into stacks; those from `written` on fill gaps.
struct StackedEnds {
  std::vector<double> start, end;
};
StackedEnds stacked(const Unit& unit, const Json& rows, std::size_t written,
                    std::vector<double> values, const Groups& stacks,
                    const std::vector<const Field*>& facets, bool in_cell);

/// The stacks by the values of the dimension and the facets.
Groups stacks_of(const Unit& unit, const Json& rows, const std::vector<const Field*>& facets);

}  // namespace yokoten::chart
