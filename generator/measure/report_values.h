#pragma once

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Most hours of overtime that a month can hold for a plausible report, and most percent of staff
/// that can leave, as the ministry's check list for prefectures has them.
inline constexpr int most_overtime_hours = 1000;
inline constexpr int most_turnover_percent = 100;

/// Whether a correction says that what this cell prints is right after all: somebody asked the
/// office. Its `corrected` is what is printed.
bool is_confirmed(const Publication& publication, SourceCell cell);

/// Reads the values before and after of every report that is no test and not superseded. What is
/// impossible is noted and left out, unless it is confirmed.
void read_report_values(const Publication& publication, Measured& measured);

}  // namespace yokoten
