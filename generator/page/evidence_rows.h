#pragma once

#include <vector>

#include "page/row_lists.h"

namespace yokoten {

/// What stands beside the formulas: places in the ranking, rounding, corrections of their rows and
/// the sources, each once.
std::vector<KeyRow> evidence_rows(const Context& context, const std::vector<Figure>& figures);

/// On an indicator's page: what the checks found to agree in its sources.
void add_check_rows(const Context& context, std::vector<KeyRow>& rows);

}  // namespace yokoten
