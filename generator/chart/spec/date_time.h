#pragma once

#include "chart/spec/reading.h"

namespace yokoten::chart {

/// Refuses an object that is no date: {"year", "month": 1–12 or a name, "date", "hours",
/// "minutes", "seconds", "milliseconds"}, at least one of them.
void check_date_time(Reading& reading, const Json& json);

/// Milliseconds since 1970 (UTC) of a date that check_date_time let pass. As in Vega-Lite the year
/// is 2012 where none is given, and parts beyond their end run on into the next.
double milliseconds_of_date_time(const Json& json);

}  // namespace yokoten::chart
