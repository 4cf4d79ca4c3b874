#pragma once

#include "check/subject.h"

namespace yokoten {

/// Model projects against what their programmes ask: costs, groups, what has to be published.
void check_projects(const Subject& subject);

}  // namespace yokoten
