#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// Reads an XML double: blanks around it are left out; no infinity, no NaN.
std::optional<double> parse_double(std::string_view text);

/// The shortest decimal that gives `number` again, as JavaScript writes it: 0.1, 1234.5, 1e+21.
std::string number_text(double number);

/// Whether `text` is what number_text() would give for it; may say no where it is.
bool is_shortest_number(std::string_view text);

/// Days since the epoch of a spreadsheet as `2024-09-13`, or `2024-09-13T10:00:00` when `with_time`
/// or when there is a time of day; milliseconds where there are any. 1900 system: day 1 is
/// 1900-01-01 and day 60, a 29 February that never was, is no date. Empty for what is no date.
std::optional<std::string> serial_date(double days, bool since_1904, bool with_time);

/// Days as hours, minutes and seconds: `10:30:00`, `36:00:00`, `-1:30:00`. Empty for what is more
/// than the 2,958,466 days that a spreadsheet knows.
std::optional<std::string> serial_time(double days);

/// `2024-09-13`, `2024-09-13T10:00:00`, with a fraction of seconds and `Z` perhaps, as XML has
/// dates, in the form of serial_date(). Empty for what is no date.
std::optional<std::string> iso_date(std::string_view text);

/// `PT10H30M00S`, as XML has durations, in the form of serial_time(). Empty for what is none, and
/// for years and months, which have no fixed length.
std::optional<std::string> iso_duration(std::string_view text);

/// Makes `2024-09` of `2024-09-01`, for dates that are shown without their day: a spreadsheet has
/// no months, and stores their first day. Leaves others as they are.
void leave_out_first_day(std::string& date);

/// `2024-01-01` as `2024`; as `2024年度` where `fiscal`, and `2024-04-01` too. What is no first day
/// stays: it is a day of which the year alone shows.
void leave_out_months(std::string& date, bool fiscal);

/// `1202` as `001202` where six digits are wanted; not below 0, and no fraction.
std::string with_zeros(std::string number, std::size_t digits);

}  // namespace yokoten
