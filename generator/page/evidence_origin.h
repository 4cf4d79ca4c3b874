#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// Where the parts of a figure stand, as sentences: FILEの47行目。印字された24.1%と一致。 For sums
/// and bounds, how they came about. HTML, empty where nothing is known.
std::string origin_html(const Context& context, const Figure& figure);

/// Why there is no figure: which source lists what, and that the area is not in it. HTML.
std::string missing_html(const Context& context, const Figure& figure);

/// Rows of raw files that the figure comes from, those of a total included where it was compared.
struct CellRow {
  int source = -1, row = -1;
};
std::vector<CellRow> rows_of(const Figure& figure);

/// The sources of a figure, positions.
std::vector<int> sources_of_figure(const Book& book, const Figure& figure);

}  // namespace yokoten
