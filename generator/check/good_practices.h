#pragma once

#include "check/subject.h"

namespace yokoten {

/// Cases of good practice: their areas are there and the publication's, their figures are measured.
void check_good_practices(const Subject& subject);

}  // namespace yokoten
