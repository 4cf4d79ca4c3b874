#pragma once

#include <string>

#include "model/effect_report.h"
#include "model/project.h"
#include "page/context.h"

namespace yokoten {

/// Who took part, by service.
std::string project_offices_html(Context& context, const ModelProject& project);

/// What it cost against the limits of the budget; `programme` may be nullptr.
std::string project_cost_html(Context& context, const ModelProject& project,
                              const Programme* programme);

}  // namespace yokoten
