#pragma once

#include "check/subject.h"

namespace yokoten {

/// Says the doubts that were found in effect reports and lists of subsidised offices (report.*).
void check_effect_reports(const Subject& subject);

}  // namespace yokoten
