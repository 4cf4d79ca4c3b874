#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/place.h"
#include "model/period.h"

namespace yokoten {

/// The period that a cell of a table says, as offices write it: 2024-09-13, 2024/9/13, 2024年9月,
/// 令和6年9月13日, R6.9.13, 令6. 9.13, 令和元年度, 2024年度上半期, 2025年1～3月期,
/// 令和7年度第1四半期（4～6月）, 令和6年9月末現在, 令和6年度当初 (1 April), 令和6年末,
/// 令和6（2024）年度, 平成31年度（令和元年度）, FY2024, 2024年4月1日（月）, R6.9 or 2024/9
/// (months), 令和6年度1月, 2024-04-01T00:00:00, 2024/4/1 0:00 or a spreadsheet's number of days
/// (45548). A date after the end of its era is none, and so is `R6`, which may be a year or a
/// fiscal year, and `2025Q1`, which may be a quarter of either, and what brackets contradict. Empty
/// for all else.
std::optional<Period> period_of_cell(std::string_view cell);

/// The same in a column that holds nothing but periods, where these are periods too: 202510,
/// 20250722, 2025.10. 2025.1 is none: a spreadsheet makes it of 2025.10.
std::optional<Period> period_in_column(std::string_view cell);

/// Why such a cell is none, where it nearly is one: brackets contradict what stands outside of
/// them, or it may be two months. Else empty.
Message why_no_period(std::string_view cell);

/// The fiscal year that a bare year means in a column of 年度: 2024, R6, 令和6, 令和6（2024）.
/// Empty for all else.
std::optional<Period> fiscal_year_of_cell(std::string_view cell);

/// The same as to_japanese with the era's year in front, as offices write it: 令和6（2024）年度,
/// 令和元（2019）年9月13日. The era is that of the last day; before 1912 there is none.
std::string to_japanese_with_era(Period period);

}  // namespace yokoten
