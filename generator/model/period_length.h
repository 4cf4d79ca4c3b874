#pragma once

#include "model/period.h"

namespace yokoten {

/// Whether a figure of one can be set against a figure of the other over time: half a year's is no
/// earlier one of a year. Calendar and fiscal years are as long. Months and days mostly say when
/// something was counted: they go with all but what they lie in.
inline bool is_comparable_length(Period a, Period b) {
  const auto length = [](PeriodKind kind) {
    return kind == PeriodKind::fiscal_year ? PeriodKind::year : kind;
  };
  const auto is_moment = [](Period of) {
    return of.kind == PeriodKind::month || of.kind == PeriodKind::day;
  };
  if (length(a.kind) == length(b.kind)) return true;
  if (is_moment(a) == is_moment(b)) return is_moment(a);
  return last_day(a) < first_day(b) || last_day(b) < first_day(a);
}

/// Whether it may be said that one has risen or fallen from the other: a month may also say how
/// much there was of something in it, which is less than in a year without having fallen. What is
/// longer than a month is told beside it, but not as a change.
inline bool tells_change(Period a, Period b) {
  const bool month = a.kind == PeriodKind::month || b.kind == PeriodKind::month;
  const auto is_moment = [](Period of) {
    return of.kind == PeriodKind::month || of.kind == PeriodKind::day;
  };
  return is_comparable_length(a, b) && (!month || (is_moment(a) && is_moment(b)));
}

}  // namespace yokoten
