#pragma once

#include "check/subject.h"

namespace yokoten {

/// Of a column whose cells have percent signs, those that have none and look like fractions: 0.247
/// among 24.7%, as spreadsheets leave them where a cell lacks the format of the others.
void check_mixed_percents(const Subject& subject, int source, int column);

}  // namespace yokoten
