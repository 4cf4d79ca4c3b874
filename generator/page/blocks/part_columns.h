#pragma once

#include <vector>

#include "page/table_frame.h"

namespace yokoten {

/// Fills a table of areas with a column for each code of the indicator's `by` (counts, with their
/// share where it is a ratio) and, for ratios, one for the whole. The page's area stands last.
void add_part_columns(const Context& context, TableFrame& frame, int indicator,
                      const std::vector<int>& areas);

/// Whether the page's area and `areas` have figures of parts and none of a whole.
bool keeps_parts_only(const Context& context, int indicator, const std::vector<int>& areas);

/// The figure that such a table has its date and source from: the whole's, else the first area's.
Figure dated_part_of(const Context& context, int indicator, const std::vector<int>& areas);

}  // namespace yokoten
