#pragma once

#include "model/period.h"

namespace yokoten {

/// Whether figures of both are of the same length of time: half a year's is no earlier one of a
/// year. Calendar and fiscal years are as long; a month and a day both say when something was
/// counted.
inline bool is_as_long(Period a, Period b) {
  const auto length = [](PeriodKind kind) {
    if (kind == PeriodKind::fiscal_year) return PeriodKind::year;
    return kind == PeriodKind::day ? PeriodKind::month : kind;
  };
  return length(a.kind) == length(b.kind);
}

}  // namespace yokoten
