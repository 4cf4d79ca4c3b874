#pragma once

#include "check/subject.h"

namespace yokoten {

/// Sources that claim to list every area at or above a rate: rows below it (list.below), and
/// prefectures whose rest reaches it, so that the claim can't hold there (list.bound).
void check_lists(const Subject& subject);

/// Municipalities that exceed the figure of their prefecture (remainder.negative).
void check_remainders(const Subject& subject);

}  // namespace yokoten
