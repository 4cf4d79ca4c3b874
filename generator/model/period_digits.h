#pragma once

#include <optional>
#include <string_view>

#include "model/period.h"

namespace yokoten {

/// The day that is a spreadsheet's number of days: 45548.
std::optional<Period> day_of_serial(std::string_view text);

/// 202510, 20250722: of 1900 to 2099. The digits of a code or a number are seldom a month and a
/// day, and yet only a column of periods says that they are.
std::optional<Period> period_of_digits(std::string_view text);

/// 2025.10, 2025.9; none for 2025.1, which a spreadsheet makes of 2025.10.
std::optional<Period> month_of_number(std::string_view text);
/// Whether it is January or October, as 2025.1.
bool may_be_two_months(std::string_view text);

/// 1.4.12, 04/4/1, 01-04-12: a day whose year may be of any era or century, or stand last.
bool is_day_without_era(std::string_view text);

/// What stands before the time of a day, as databases and spreadsheets write it:
/// 2024-04-01T00:00:00, 2024/4/1 0:00. All of it where there is none, or that of another zone, by
/// which the day may be another.
std::string_view before_clock(std::string_view text);

}  // namespace yokoten
