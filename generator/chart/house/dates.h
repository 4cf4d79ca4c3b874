#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten::chart {

/// A day of the calendar; charts know no time of day and no time zone.
struct Day {
  int year = 1970;
  int month = 1;
  int day = 1;
};

/// Days since 1970-01-01 of an ISO date (`2024-09-13`), nothing for any other text.
std::optional<double> days_of(std::string_view iso);

/// The same for a day that exists.
double days_of(Day day);

/// The calendar day that `days` (floored) stands for.
Day day_of(double days);

/// `2024-09-13`.
std::string iso_text(Day day);

/// `day` by a format of the words %Y %y %m %-m %d %-d and literal text, nothing for another word.
std::optional<std::string> date_text(Day day, std::string_view format);

}  // namespace yokoten::chart
