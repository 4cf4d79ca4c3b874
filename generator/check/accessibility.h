#pragma once

#include "check/subject.h"

namespace yokoten {

/// `accessibility.old`: the examination is more than a year older than the publication.
void check_accessibility(const Subject& subject);

}  // namespace yokoten
