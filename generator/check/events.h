#pragma once

#include "check/subject.h"

namespace yokoten {

/// The programmes that events name exist.
void check_events(const Subject& subject);

}  // namespace yokoten
