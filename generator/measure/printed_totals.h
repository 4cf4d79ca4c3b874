#pragma once

#include <cstddef>

#include "measure/layout.h"

namespace yokoten {

/// Gives the facts of a source's total rows (from position `first` on) the area that they are the
/// total of: of prefectures the nation, of municipalities the prefecture that the row names, or the
/// only one in the table. Facts of which this is not clear are taken out, so are totals of totals.
void place_totals(const Source& source, const Table& table, const Layout& layout,
                  const Areas& areas, Measured& measured, std::size_t first);

}  // namespace yokoten
