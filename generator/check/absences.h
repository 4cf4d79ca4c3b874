#pragma once

#include "check/subject.h"

namespace yokoten {

/// Areas that a table should have and lacks, all of it or some periods and parts (area.missing),
/// and codes of parts that stand where another one is missing (part.unknown).
void check_absences(const Subject& subject);

}  // namespace yokoten
