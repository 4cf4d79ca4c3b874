#pragma once

#include "check/subject.h"

namespace yokoten {

/// Names that were understood though not printed officially (name.variant, name.county), and
/// unions, which are no municipalities (name.union).
void note_names(const Subject& subject);

/// Corrections that stand in the tables (correction.applied).
void note_corrections(const Subject& subject);

}  // namespace yokoten
