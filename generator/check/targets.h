#pragma once

#include "check/subject.h"

namespace yokoten {

/// Targets that ask for the worse direction: at least so much of what is better the lower it is.
void check_targets(const Subject& subject);

}  // namespace yokoten
