#pragma once

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Most hours of overtime that a month can hold for a plausible report, and most percent of staff
/// that can leave, as the ministry's check list for prefectures has them.
inline constexpr int most_overtime_hours = 1000;
inline constexpr int most_turnover_percent = 100;

/// No value of a report is as large; a million of smaller ones with value_places add up to 18
/// digits, so that every mean can be told.
inline constexpr int too_much_to_report = 1'000'000;

/// Whether a correction says that what this cell prints is right after all: somebody asked the
/// office. Its `corrected` is what is printed.
bool is_confirmed(const Publication& publication, SourceCell cell);

/// Reads the values before and after of every report that is no test and not superseded, rounded to
/// value_places: a spreadsheet gives 9.083333333333334 for 9 hours and 5 minutes. What is
/// impossible is noted and left out, unless it is confirmed; too much to report can't be.
void read_report_values(const Publication& publication, Measured& measured);

}  // namespace yokoten
