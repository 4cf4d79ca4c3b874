#pragma once

#include "check/subject.h"

namespace yokoten {

/// Indexes of cases that others have published: what can't be shown, or not be led to.
void check_listed_cases(const Subject& subject);

}  // namespace yokoten
