#pragma once

#include "check/subject.h"

namespace yokoten {

/// Numbers of care offices: structure (office.number), check digit (office.digit), another
/// prefecture than the row's (office.prefecture), test entries (office.test, a note).
void check_offices(const Subject& subject);

}  // namespace yokoten
